# === lines with space
# prints: "a\n b"
print("a  \n b\t\r\n\n")

# === a last digit
# prints: "pi is 3.14159"
# compare: numbers
print("pi is", 3.1415926)

# === in any order
# prints: "a\nb\nc"
# compare: unordered
# status: passed
for letter in {"b": 1, "a": 2, "c": 3}:
    print(letter)

# === a difference
# prints: "one\ntwo\nthree\n"
# status: failed
print("one\nTwo\nthree")

# === too little
# prints: "one\ntwo\nthree\n"
# status: failed
print("one")

# === nothing
# prints: "one"
# status: failed
x = 1

# === without an end of the line
# prints: "abc"
# compare: exact
# status: passed
print("a", "b", sep="", end="")
print("c", end="")

# === more than is kept
# prints: "x"
# status: failed
for i in range(20_000):
    print(i, "x" * 90)

# === in several ways
# prints: "a\nb\nc\n"
import sys
sys.stdout.write("a\n")
sys.stdout.writelines(["b\n"])
print("c", flush=True, file=sys.stdout)
print("not this", file=sys.stderr)
sys.__stdout__.write("nor this\n") if sys.__stdout__ else None

# === redirected
# prints: "AB\n"
# status: passed
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("ab", end="")
print(out.getvalue().upper())

# === of a call
# call: f(3)
def f(n):
    print("called", n, end="…")
    return n

# === what is typed
# stdin: "Ann\n30\nrest 1\nrest 2"
# prints: "Ann is 30\n['rest 1\\n', 'rest 2']\n"
# status: passed
import sys
name = input("Who? ")
print(name, "is", int(input()))
print(sys.stdin.readlines())

# === what is typed, in calls
# stdin: "1\n2\n"
# call: f()
# call: g()
def f():
    return [input("x"), input("y")]
def g():
    return [input() for _ in range(3)]

# === of a notebook
# prints: "[1]\n2\n"
# status: passed
%matplotlib inline
!pip install numpy
display([1])
if True:
    %timeit 1 + 1
%time x = 2
print(x)
x?

# === texts of every kind
# prints: "?"
print("né \U0001f600 \u2028 \x07 \ud83d", ascii("é"), b"\xff", repr("\n"))

# === warnings
# prints: "done\n"
# status: passed
import warnings
warnings.warn("careful")
print("done")

# === help and vars
# call: f(1)
def f(x):
    """Doc."""
    help(f)
    return sorted(vars()), f.__doc__

# === the clock
# call: f()
# prints: "?"
import datetime, time
print(time.time(), datetime.datetime.now().isoformat(), time.strftime("%A %j %Z"), time.perf_counter() < 10_000)
def f():
    began = time.monotonic()
    time.sleep(2)
    return round(time.monotonic() - began, 1), datetime.date.today(), time.localtime().tm_hour

# === files
# call: f()
# call: f()
import os, tempfile
def f():
    before = os.listdir()
    with open("a.txt", "w") as file:
        file.write("né\n")
    return before, os.listdir(), open("a.txt").read(), os.path.getsize("a.txt"), sorted(os.environ), os.getenv("HOME")

# === the machine
# call: f()
import os, platform, sys
def f():
    return sys.platform, sys.version_info[:3], platform.machine(), sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.argv, os.cpu_count(), sys.executable, os.getpid(), sys.path
