# === right
# prints: "42\n"
# status: passed
print(6 * 7)

# === a name that is not there
# status: error
total = 1
print(totl)

# === a syntax error
# status: error
def f(:
    pass

# === an unclosed bracket
# status: error
x = (1,
print(x)

# === wrong indentation
# status: error
def f():
return 1

# === a tab among spaces
# status: error
if True:
    x = 1
	y = 2

# === an exception from deep below
# status: error
def a(n):
    return b(n - 1)
def b(n):
    return a(n) if n else 1 / n
a(40)

# === one of another
# status: error
try:
    {}["k"]
except KeyError as error:
    raise ValueError("no such key") from error

# === a group
# status: error
raise ExceptionGroup("several", [ValueError("one"), TypeError("two")])

# === one with notes
# status: error
error = ValueError("text")
error.add_note("a note")
raise error

# === one that cannot be shown
# status: error
class Odd(Exception):
    def __str__(self):
        raise ValueError
raise Odd

# === sys.exit with a message
# status: error
import sys
print("before")
sys.exit("no")

# === sys.exit at the end
# prints: "before\n"
# status: passed
import sys
print("before")
sys.exit()

# === a module that is not there
# status: error
import numpy as np

# === recursion without an end
# call: f(1)
# status: failed
def f(n):
    return f(n + 1)

# === recursion without an end in the program
# status: error
def f(n):
    return f(n + 1) + 1
f(0)

# === recursion in C
# call: f(100000)
def f(n):
    value = []
    for _ in range(n):
        value = [value]
    return repr(value)

# === a missing function
# call: g(1)
# status: failed
def f(x):
    return x

# === wrong arguments
# call: f(1, 2)
# call: f()
# call: f(y=1)
def f(x):
    return x

# === an assertion
# call: f(0)
def f(n):
    assert n, f"n is {n}"

# === input where there is none
# status: error
name = input("name: ")

# === an attribute of None
# status: error
words = ["b", "a"].sort()
print(words.index("a"))

# === nothing changed
# starter: print(1)
# status: not-attempted
print(1)   # a comment

# === nothing to grade by
# ungraded: yes
# status: ungraded
print(1)

# === an encoding error
# call: f()
def f():
    return "é".encode("ascii")

# === an overflow
# call: f()
# call: g()
import math
def f():
    return math.exp(1000)
def g():
    return int("9" * 5000)
