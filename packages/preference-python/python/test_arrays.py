"""Whatever shows numbers is taken, with its shape: python -m unittest discover packages/preference-python/python"""

import random
import struct
import unittest
from array import array

import numpy

from lectern.preference import PreferenceError, ShapeError
from lectern.preference._arrays import floats, indices, nested

ROWS = [[1.0, -2.5, 3.0], [0.5, 0.25, 1e-3]]
FLAT = array("f", [number for row in ROWS for number in row])


def matrix(value):
    return floats("chosen", value, "(pairs, features)", 2)


class EveryKindOfMatrixIsTheSame(unittest.TestCase):
    def test_lists_and_tuples(self):
        for value in (ROWS, tuple(map(tuple, ROWS)), [array("d", row) for row in ROWS]):
            self.assertEqual(matrix(value), (FLAT, (2, 3)))

    def test_memoryviews_of_two_dimensions(self):
        view = memoryview(FLAT).cast("B").cast("f", (2, 3))
        self.assertEqual(matrix(view), (FLAT, (2, 3)))

    def test_numpy_of_every_float_type_order_and_stride(self):
        for dtype in ("f2", "f4", "f8", "longdouble", ">f4", ">f8", "<f8"):
            whole = numpy.array(ROWS, dtype=dtype)
            wanted = array("f", whole.astype("f4").ravel().tolist())
            spread = numpy.zeros((4, 6), dtype=dtype)
            spread[::2, ::2] = whole
            for value in (whole, numpy.asfortranarray(whole), spread[::2, ::2], list(whole)):
                self.assertEqual(matrix(value), (wanted, (2, 3)), dtype)

    def test_numpy_of_whole_numbers_and_truths(self):
        self.assertEqual(matrix(numpy.array([[1, 2]], dtype=">i2"))[0], array("f", [1, 2]))
        self.assertEqual(matrix(numpy.array([[True, False]]))[0], array("f", [1, 0]))

    def test_no_rows_have_no_width_that_is_known(self):
        with self.assertRaises(ShapeError):
            matrix([])
        self.assertEqual(matrix(numpy.zeros((0, 3))), (array("f"), (0, 3)))


class ShapesThatDoNotFit(unittest.TestCase):
    def refused(self, value, shape):
        with self.assertRaises(ShapeError) as caught:
            matrix(value)
        self.assertEqual(
            str(caught.exception), f"chosen has shape {shape}; wanted is (pairs, features)."
        )

    def test_are_said(self):
        self.refused([1.0, 2.0], "(2,)")
        self.refused([[1.0, 2.0], [3.0]], "(2, 1 to 2)")
        self.refused([[[1.0]]], "(1, 1, 1)")
        self.refused(numpy.zeros(3), "(3,)")
        self.refused(memoryview(FLAT), "(6,)")

    def test_what_is_no_number_is_said(self):
        with self.assertRaisesRegex(PreferenceError, "chosen has 'a' among its numbers"):
            matrix([[1.0, "a"]])
        with self.assertRaisesRegex(PreferenceError, "not an array of <U1"):
            matrix(numpy.array([["a"]]))


class Indices(unittest.TestCase):
    def test_are_whole_numbers_of_any_type(self):
        for value in ([0, 2], (0.0, 2.0), array("q", [0, 2]), numpy.array([0, 2]), range(0, 3, 2)):
            self.assertEqual(indices("prompts", value, "(pairs,)"), array("i", [0, 2]))

    def test_and_nothing_else(self):
        for value in ([0.5], numpy.array([0.5])):
            with self.assertRaisesRegex(PreferenceError, "not whole"):
                indices("prompts", value, "(pairs,)")
        with self.assertRaises(ShapeError):
            indices("prompts", [[1]], "(pairs,)")


class Nested(unittest.TestCase):
    def test_keeps_shape_and_precision(self):
        random.seed(7)
        numbers = [[random.gauss(0, 1) for _ in range(4)] for _ in range(3)]
        self.assertEqual(nested("p", numbers), numbers)
        self.assertEqual(nested("p", numpy.array(numbers)), numbers)
        self.assertEqual(nested("p", numpy.array(numbers).T), [list(row) for row in zip(*numbers)])
        self.assertEqual(nested("p", numpy.float32(0.5)), 0.5)

    def test_reads_buffers_of_other_byte_orders(self):
        packed = struct.pack(">2d", 1.5, -2.0)
        view = memoryview(numpy.frombuffer(packed, dtype=">f8"))
        self.assertEqual(nested("p", view), [1.5, -2.0])


if __name__ == "__main__":
    unittest.main()
