# === run
# prints: "['a', 'b'] 2.0 s\n"
# status: passed
import asyncio, time
async def work(name, seconds):
    await asyncio.sleep(seconds)
    return name
async def main():
    began = time.perf_counter()
    print(await asyncio.gather(work("a", 2), work("b", 1)), f"{time.perf_counter() - began:.1f} s")
asyncio.run(main())

# === at the top level
# prints: "1\n[0, 1]\n"
# status: passed
import asyncio
async def one():
    await asyncio.sleep(0.5)
    return 1
async def some():
    for n in range(2):
        yield n
print(await one())
print([n async for n in some()])

# === calls
# call: f(2)
# call: f(-1)
# call: g(3)
# call: h()
import asyncio
async def f(n):
    await asyncio.sleep(n)
    if n < 0:
        raise ValueError(n)
    return {"n": n}
async def g(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i
    raise KeyError("end")
def h():
    return asyncio.run(f(1))

# === in the order of their times
# prints: "b 1.0\na 2.0\nlate\n[0, 1, 2]\n"
# status: passed
import asyncio
async def tell(name, seconds):
    await asyncio.sleep(seconds)
    print(name, asyncio.get_running_loop().time())
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(tell("a", 2))
        group.create_task(tell("b", 1))
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(50)
    except TimeoutError:
        print("late")
    queue = asyncio.Queue(1)
    async def produce():
        for n in range(3):
            await queue.put(n)
    task = asyncio.create_task(produce())
    print([await queue.get() for _ in range(3)])
asyncio.run(main())

# === what never happens
# status: error
import asyncio
async def main():
    await asyncio.Event().wait()
asyncio.run(main())

# === what never happens, in a call
# call: f()
import asyncio
async def f():
    lock = asyncio.Lock()
    async with lock:
        async with lock:
            return 1

# === run inside run
# status: error
import asyncio
async def inner():
    return 1
async def outer():
    return asyncio.run(inner())
asyncio.run(outer())

# === never awaited
# call: f()
async def g():
    return 1
def f():
    return [g(), 2]

# === a promise of the page
# status: error
import js
print(await js.fetch("https://example.org/"))

# === a thread
# call: f()
import asyncio, threading
async def g():
    return await asyncio.to_thread(sum, [1, 2])
def f():
    try:
        threading.Thread(target=print).start()
    except RuntimeError as error:
        return asyncio.run(g()), type(error).__name__

# === an endless one
# limit: 1
# status: timed-out
import asyncio
async def main():
    while True:
        await asyncio.sleep(0)
asyncio.run(main())
