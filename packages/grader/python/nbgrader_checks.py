# What the checks below use: an answer is run again from its start, its functions are called, and what they do is
# compared. It needs Python, and IPython's `In`. Everything is inside one function, so that it leaves one name behind.
def lectern():
    import ast
    import builtins
    import collections.abc
    import contextlib
    import copy
    import dataclasses
    import decimal
    import enum
    import hashlib
    import io
    import itertools
    import math
    import os
    import random
    import re
    import signal
    import sys
    import tempfile
    import threading
    import types

    SEED = 20_260_101
    MAX_DEPTH, MAX_NODES, MAX_ITERATED, MAX_PRINTED = 20, 2_000, 100, 64_000
    begun = {}

    # --- Running an answer

    def begin(challenge, *, seconds=10, stdin=None):
        """Stands at the end of a setup cell: what is run after it, up to the checks, is the answer."""
        inputs = globals()["In"]
        setup = inputs[-1].rpartition("lectern.begin(")[0]
        begun[challenge] = types.SimpleNamespace(
            setup=setup, first=len(inputs), seconds=seconds, stdin=stdin or ""
        )

    class Program:
        """The setup and the answer, run again from nothing. A cell that stops with an error does not count."""

        def __init__(self, challenge):
            if challenge not in begun:
                raise AssertionError("Run the setup cell of this challenge, and then its answer.")
            self.settings = begun[challenge]
            module = types.ModuleType("__main__")
            self.names = vars(module)
            self.names["__builtins__"] = {**vars(builtins), "input": read_line}
            self.printed, self.error = [], None
            answers = [
                source
                for source in globals()["In"][self.settings.first : -1]
                if "lectern.check_" not in source
            ]
            random.seed(SEED)
            with self.running(module):
                before = self.run(self.settings.setup, "")
                for source in answers:
                    self.run(source, before)

        @contextlib.contextmanager
        def running(self, module=None):
            """As the main module, for a limited time."""
            kernel = sys.modules["__main__"]
            self.module = module or self.module
            sys.modules["__main__"] = self.module
            try:
                with time_limit(self.settings.seconds):
                    yield
            except TimedOut as late:
                self.error = late
            finally:
                sys.modules["__main__"] = kernel

        def run(self, source, printed_before):
            kept = dict(self.names)
            with captured(self.settings.stdin) as out:
                try:
                    exec(compile(source, "<answer>", "exec", dont_inherit=True), self.names)
                except BaseException as error:
                    ended = isinstance(error, SystemExit) and error.code in (None, 0)
                    if isinstance(error, (KeyboardInterrupt, TimedOut)):
                        raise
                    if not ended:
                        self.error = error
                        self.names.clear()
                        self.names.update(kept)
                        return printed_before
            self.printed.append(printed_before + out.getvalue())
            return self.printed[-1]

        def why(self):
            return "" if self.error is None else f" Your code stopped: {describe(self.error)}."

    class TimedOut(BaseException):
        pass

    @contextlib.contextmanager
    def time_limit(seconds):
        """Only where the system has alarms, and in the main thread, which is where kernels run cells."""
        main = threading.current_thread() is threading.main_thread()
        if not (main and hasattr(signal, "setitimer")):
            yield
            return

        def stop(number, frame):
            raise TimedOut(f"it did not finish within {seconds} s")

        previous = signal.signal(signal.SIGALRM, stop)
        # Again each second after that, for code that catches everything.
        signal.setitimer(signal.ITIMER_REAL, seconds, 1)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)

    class Printed(io.StringIO):
        """Keeps the first characters of an output that may have no end."""

        def write(self, text):
            super().write(text[: max(0, MAX_PRINTED - self.tell())])
            return len(text)

    @contextlib.contextmanager
    def captured(stdin):
        out = Printed()
        saved = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(stdin), out, io.StringIO()
        try:
            yield out
        finally:
            sys.stdin, sys.stdout, sys.stderr = saved

    def read_line(prompt=""):
        """`input` of a script: a kernel's own asks a person."""
        print(prompt, end="")
        line = sys.stdin.readline()
        if line == "":
            raise EOFError("EOF when reading a line")
        return line.removesuffix("\n")

    # --- The state after the program: each call starts from it

    class State:
        def __init__(self, names):
            self.names, memo = names, {}
            self.values = {name: copied(value, memo) for name, value in names.items()}
            self.functions = [
                (
                    function,
                    copied(function.__defaults__, memo),
                    copied(function.__kwdefaults__, memo),
                    [(cell, copied(contents(cell), memo)) for cell in function.__closure__ or ()],
                )
                for function in self.own_functions()
            ]
            self.attributes = [
                (owner, name, copied(value, memo))
                for owner in self.own_classes()
                for name, value in vars(owner).items()
                if isinstance(value, (list, dict, set, bytearray))
            ]

        def restore(self):
            memo = {}
            self.names.clear()
            self.names.update((name, copied(value, memo)) for name, value in self.values.items())
            for function, defaults, named, cells in self.functions:
                function.__defaults__ = copied(defaults, memo)
                function.__kwdefaults__ = copied(named, memo)
                for cell, value in cells:
                    if value is not cell:
                        cell.cell_contents = copied(value, memo)
                getattr(function, "cache_clear", lambda: None)()
            for owner, name, value in self.attributes:
                setattr(owner, name, copied(value, memo))

        def own_classes(self):
            values = self.names.values()
            return [value for value in values if isinstance(value, type) and value.__module__ == "__main__"]

        def own_functions(self):
            found, pending = {}, list(self.names.values())
            for owner in self.own_classes():
                pending.extend(vars(owner).values())
            while pending:
                value = pending.pop()
                value = getattr(value, "__func__", value)
                pending.extend(filter(None, [getattr(value, "__wrapped__", None)]))
                if isinstance(value, types.FunctionType) and id(value) not in found:
                    found[id(value)] = value
                    pending.extend(contents(cell) for cell in value.__closure__ or ())
            return found.values()

    def contents(cell):
        try:
            return cell.cell_contents
        except ValueError:  # not filled yet
            return cell

    def copied(value, memo):
        if isinstance(value, dict) and "__import__" in value:  # the builtins
            return value
        try:
            return copy.deepcopy(value, memo)
        except Exception:  # a module, a generator, a lock: cannot be copied, so it is shared
            return value

    # --- Calls

    def outcome(returns=None, *, raises=None, changes=None, prints=""):
        """What a call should do besides returning a value."""
        return types.SimpleNamespace(
            returns=returns, raises=raises, changes=changes or {}, prints=prints, is_outcome=True
        )

    def call(expression, program):
        """Make one call, in a folder of its own, and tell what it did."""
        did = outcome()
        node = ast.parse(expression, mode="eval").body

        def value_of(part):
            return eval(compile(ast.Expression(part), "<call>", "eval"), program.names)

        home = os.getcwd()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, captured(
            program.settings.stdin
        ) as out:
            os.chdir(folder)
            try:
                function = value_of(node.func)
                values = {number: value_of(part) for number, part in enumerate(node.args)}
                named = {part.arg: value_of(part.value) for part in node.keywords}
                arguments = {**values, **named}
                before = {key: plain(value, False) for key, value in arguments.items()}
                try:
                    did.returns = plain(function(*values.values(), **named))
                finally:
                    after = {key: plain(value, False) for key, value in arguments.items()}
                    did.changes = {key: after[key] for key in after if after[key] != before[key]}
            except (KeyboardInterrupt, TimedOut):
                raise
            except BaseException as error:
                did.raises = error
            finally:
                os.chdir(home)
        did.prints = out.getvalue()
        return did

    def complaint(expression, did, expected, tolerance):
        """One sentence on what a call did wrong; `None` where it did right."""
        if not getattr(expected, "is_outcome", False):
            expected = outcome(expected)
        if did.raises is not None or expected.raises is not None:
            if did.raises is not None and type(did.raises).__name__ == expected.raises:
                pass
            elif did.raises is not None:
                return f"{expression} stopped with {describe(did.raises)}."
            else:
                return f"{expression} should raise {expected.raises}."
        elif not same(did.returns, plain(expected.returns), tolerance):
            return f"{expression} gave {shown(did.returns)}, expected {shown(plain(expected.returns))}."
        changes = {key: plain(value, False) for key, value in expected.changes.items()}
        if did.changes.keys() - changes.keys():
            return f"{expression} changed an argument that it should leave alone. Work on a copy."
        if changes.keys() - did.changes.keys() or not all(
            same(did.changes[key], changes[key], tolerance) for key in changes
        ):
            return f"{expression} should change its arguments in place to {list(expected.changes.values())}."
        if not same_output(did.prints, expected.prints, "lines", tolerance):
            return f"{expression} printed {did.prints!r}, expected {expected.prints!r}."
        return None

    def check_calls(challenge, function, calls, *, tolerance=1e-6):
        """Each call, made from the state after the answer has run, must do what the solution's does."""
        program = Program(challenge)
        if isinstance(program.error, TimedOut) or not callable(program.names.get(function)):
            raise AssertionError(f"There is no function {function} in your answer.{program.why()}")
        state = State(program.names)
        wrong = []
        with program.running():
            for expression, expected in calls:
                state.restore()
                random.seed(SEED)
                problem = complaint(expression, call(expression, program), expected, tolerance)
                if problem is not None:
                    wrong.append(problem)
        if isinstance(program.error, TimedOut):
            raise AssertionError(f"{function} takes too long: {program.error}.")
        if wrong:
            raise AssertionError(min(wrong, key=len))

    # --- Values as plain tuples: what kind it is, and what it holds

    class Named(types.SimpleNamespace):
        """An expected object, function or class, which has no literal."""

    def an_object(kind, fields):
        return Named(kind=kind, fields=list(fields.items()))

    def a_name(kind, name):
        return Named(kind=kind, name=name)

    def plain(value, consume=True):
        """Iterators are read, their first 100 items, only where `consume` is true."""
        room, open_values = [MAX_NODES], set()

        def inside(value, depth):
            room[0] -= 1
            if room[0] < 0 or depth > MAX_DEPTH:
                return ("cut",)
            if value is None or isinstance(value, bool):
                return ("none",) if value is None else ("bool", bool(value))
            if isinstance(value, Named):
                if hasattr(value, "name"):
                    return ("name", value.kind, value.name)
                return with_fields(value.kind, value.fields, depth)
            if isinstance(value, enum.Enum):
                return with_fields(
                    type(value).__qualname__, [("name", value.name), ("value", value.value)], depth
                )
            if isinstance(value, int):
                return ("int", int(value))
            if isinstance(value, (float, complex)):
                # As text, since NaN is not equal to itself.
                kind = float if isinstance(value, float) else complex
                return (kind.__name__, kind.__repr__(value))
            if isinstance(value, str):
                return ("str", str.__str__(value))
            if isinstance(value, (bytes, bytearray)):
                return ("bytes", bytes(value))
            if isinstance(value, NAMED):
                name = getattr(value, "__qualname__", getattr(value, "__name__", ""))
                return ("name", type(value).__name__, str(name))
            if id(value) in open_values:
                return ("cycle",)
            open_values.add(id(value))
            try:
                return compound(value, depth)
            finally:
                open_values.discard(id(value))

        def compound(value, depth):
            for kind in (list, tuple, set, frozenset):
                if isinstance(value, kind):
                    return items(kind.__name__, kind.__iter__(value), depth)
            if isinstance(value, dict):
                pairs = tuple(
                    (inside(key, depth + 1), inside(item, depth + 1)) for key, item in dict.items(value)
                )
                return ("dict", pairs)
            if dataclasses.is_dataclass(value):
                names = [field.name for field in dataclasses.fields(value)]
                fields = [(name, getattr(value, name, None)) for name in names]
            elif isinstance(value, collections.abc.Iterator):
                if not consume:
                    return ("name", type(value).__name__, "")
                return items("iterator", itertools.islice(value, MAX_ITERATED), depth)
            elif isinstance(getattr(value, "__dict__", None), dict):
                fields = sorted(vars(value).items(), key=lambda field: str(field[0]))
            else:
                text = repr(value)
                fields = [] if " at 0x" in text else [("repr", text)]
            return with_fields(type(value).__qualname__, fields, depth)

        def items(kind, values, depth):
            found = []
            for item in values:
                if room[0] <= 0:
                    return (kind, (*found, ("cut",)))
                found.append(inside(item, depth + 1))
            return (kind, tuple(found))

        def with_fields(kind, fields, depth):
            return ("object", kind, tuple((str(name), inside(item, depth + 1)) for name, item in fields))

        return inside(value, 0)

    NAMED = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, type)
    NUMBERS = ("int", "float", "complex")

    def same(actual, expected, tolerance):
        """Numbers within the tolerance, whole numbers exactly; dicts and sets in any order."""

        def inner(left, right):
            return same(left, right, tolerance)

        kind = expected[0]
        if actual[0] in NUMBERS and kind in NUMBERS:
            return same_number(actual, expected, tolerance)
        if kind in ("set", "frozenset"):
            return actual[0] in ("set", "frozenset") and same_unordered(actual[1], expected[1], inner)
        if actual[0] != kind:
            return False
        if kind in ("list", "tuple", "iterator"):
            return len(actual[1]) == len(expected[1]) and all(map(inner, actual[1], expected[1]))
        if kind == "dict":
            return same_unordered(
                actual[1], expected[1], lambda a, b: inner(a[0], b[0]) and inner(a[1], b[1])
            )
        if kind == "object":
            return (
                actual[1] == expected[1]
                and len(actual[2]) == len(expected[2])
                and all(a[0] == b[0] and inner(a[1], b[1]) for a, b in zip(actual[2], expected[2]))
            )
        if kind == "name":  # two functions cannot be compared; two classes are the same by name
            return actual[1] == expected[1] and (expected[1] != "type" or actual[2] == expected[2])
        return actual == expected

    def same_number(actual, expected, tolerance):
        if actual[0] == expected[0] == "int":
            return actual[1] == expected[1]
        try:
            a, b = complex(actual[1]), complex(expected[1])
        except OverflowError:  # a whole number that no float can hold
            return False
        if a == b:
            return True
        parts = (a.real, a.imag, b.real, b.imag)
        if any(map(math.isnan, parts)):
            return repr(a) == repr(b)
        return all(map(math.isfinite, parts)) and abs(a - b) <= tolerance * max(1, abs(b))

    def same_unordered(actual, expected, equal):
        left = list(actual)
        if len(left) != len(expected):
            return False
        for item in expected:
            partner = next((index for index, other in enumerate(left) if equal(other, item)), None)
            if partner is None:
                return False
            del left[partner]
        return True

    # --- Output

    def newlines(text):
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def lines(text):
        return "\n".join(line.rstrip() for line in newlines(text).split("\n")).rstrip()

    def tokens(text):
        return " ".join(text.split())

    def unordered(text):
        return "\n".join(sorted(lines(text).split("\n")))

    def exact(text):
        return newlines(text).removesuffix("\n")

    NUMBER = re.compile(
        r"(?<![\w.])(?:[-+\u2212](?=[0-9.]))?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
    )
    NORMALISED = {"lines": lines, "exact": exact, "tokens": tokens, "unordered": unordered}

    def same_number_text(actual, expected, tolerance):
        if all(re.fullmatch(r"[-+]?[0-9]+\.?", text) for text in (actual, expected)):
            return decimal.Decimal(actual) == decimal.Decimal(expected)
        number, target = float(actual), float(expected)
        return number == target or abs(number - target) <= tolerance * max(1, abs(target))

    def same_output(actual, expected, compare, tolerance):
        if compare in NORMALISED:
            return NORMALISED[compare](actual) == NORMALISED[compare](expected)
        if compare == "contains":
            return lines(expected) in lines(actual)
        if compare == "regex":
            return re.search(lines(expected), lines(actual), re.DOTALL) is not None
        texts = [tokens(NUMBER.sub(" 0 ", text)) for text in (actual, expected)]
        numbers = zip(*(NUMBER.findall(text.replace("\u2212", "-")) for text in (actual, expected)))
        return texts[0] == texts[1] and all(
            same_number_text(number, target, tolerance) for number, target in numbers
        )

    def check_output(challenge, expected=None, *, compare="lines", tolerance=1e-6, sealed=None):
        """A cell of the answer must print what is asked for; `sealed` is the salt and hash of that text."""
        program = Program(challenge)

        def right(printed):
            if sealed is None:
                return same_output(printed, expected, compare, tolerance)
            text = f"{sealed[0]}\n{NORMALISED[compare](printed)}"
            return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == sealed[1]

        printed = program.printed[1:]
        if any(map(right, printed)):
            return
        last = printed[-1] if printed else ""
        raise AssertionError(
            (f"It printed {shorten(last)!r}." if last else "Your code printed nothing.")
            + ("" if sealed else f" Expected: {shorten(expected)!r}.")
            + program.why()
        )

    # --- Messages

    def describe(error):
        name = type(error).__name__
        try:
            text = str(error)
        except BaseException:  # an error's own __str__ may raise anything
            text = ""
        return text if isinstance(error, TimedOut) else f"{name}: {shorten(text)}" if text else name

    def shown(value):
        kind = value[0]
        if kind == "none":
            return "None"
        if kind in ("list", "tuple", "set", "frozenset", "iterator"):
            return shorten(f"{kind}({', '.join(map(shown, value[1]))})")
        if kind == "dict":
            return shorten("{" + ", ".join(f"{shown(key)}: {shown(item)}" for key, item in value[1]) + "}")
        if kind in ("float", "complex"):
            return value[1]
        return shorten(repr(value[1]) if len(value) == 2 else f"{value[1]} {value[2]}")

    def shorten(text):
        return text if len(text) <= 400 else f"{text[:400]}…"

    return types.SimpleNamespace(
        begin=begin,
        check_calls=check_calls,
        check_output=check_output,
        outcome=outcome,
        object=an_object,
        name=a_name,
        plain=plain,
        same=same,
    )


lectern = lectern()
