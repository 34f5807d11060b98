# All sums of ranges are differences of two running sums.
from itertools import accumulate

def cross_examine(truth, told):
    error = [0, *accumulate(b - a for a, b in zip(truth, told))]
    start, end, steps = 0, len(error) - 1, 0
    if error[start] == error[end]:
        return None
    while end > start + 1:
        middle = (start + end) // 2
        start, end = (start, middle) if error[middle] != error[start] else (middle, end)
        steps += 1
    return start, steps

receipts = [4, 5, 3, 5, 6, 5, 4, 5]
print("one lie:      ", cross_examine(receipts, [4, 5, 3, 5, 6, 5, 4, 8]))
print("no lie:       ", cross_examine(receipts, receipts))
print("spread out:   ", cross_examine(receipts, [n + 1 for n in receipts]))
print("a cover-up:   ", cross_examine(receipts, [9, 0, 3, 5, 6, 7, 4, 5]))
print("both halves:  ", cross_examine(receipts, [4, 5, 3, 6, 6, 5, 4, 7]))
print("errors cancel:", cross_examine(receipts, [5, 5, 3, 5, 6, 5, 4, 4]))
print("seven:        ", cross_examine([1, 1, 1, 1, 1, 1, 1], [2, 1, 1, 1, 1, 1, 1]))
print("one receipt:  ", cross_examine([3], [4]))
print("sixty-four:   ", cross_examine([5] * 64, [5] * 40 + [6] + [5] * 23))
