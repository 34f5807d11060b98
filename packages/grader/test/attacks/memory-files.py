# Fills the file system, which is memory.
# seen: memory
# must: out-of-memory timed-out error

with open("/tmp/filled", "wb") as file:
    while True:
        file.write(bytes(10_000_000))
