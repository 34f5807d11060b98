# === a loop
# limit: 1
# status: timed-out
while True:
    pass

# === a loop that catches everything
# limit: 1
# status: timed-out
while True:
    try:
        while True:
            pass
    except BaseException:
        pass

# === a loop in a call
# limit: 1
# call: f(0)
# call: f(1)
# call: f(2)
# status: timed-out
def f(n):
    while n == 1:
        pass
    return n

# === a loop in C
# limit: 1
# call: f()
# status: timed-out
def f():
    return sum(iter(int, 1))

# === a loop in what a value does
# limit: 1
# call: f()
# status: timed-out
class Endless:
    __slots__ = ()
    def __repr__(self):
        while True:
            pass
def f():
    return Endless()

# === an iterator that never gives anything
# limit: 1
# call: f()
# status: timed-out
def f():
    while False:
        yield
    while True:
        pass

# === output without an end
# limit: 1
# status: timed-out
while True:
    print("x" * 1000)

# === memory in the program
# memory: 192
# limit: 20
# status: out-of-memory
held = []
while True:
    held.append(" " * 1_000_000)

# === memory in a call
# memory: 192
# limit: 20
# call: f(1)
# call: f(10**9)
# status: out-of-memory
def f(n):
    return len(bytearray(n))

# === memory that is given back
# memory: 192
# limit: 20
# prints: "100\n"
# status: passed
count = 0
for _ in range(100):
    count += len(bytearray(30_000_000)) // 30_000_000
print(count)

# === the end of Python
# status: error
import os
os._exit(3)

# === an abort
# status: error
import os
os.abort()

# === a forged message
# prints: "end\n"
# status: passed
import js
js.console.log('x {"event":"done"}')
js.self.postMessage('{"event":"verdict","status":"passed"}') if hasattr(js, "postMessage") else None
print("end")

# === patched builtins
# call: f([1])
import builtins, json
builtins.len = lambda x: 7
json.dumps = json.JSONEncoder.encode = None
def f(items):
    return len(items)
