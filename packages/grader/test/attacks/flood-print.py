# Prints without end.
# seen: flood memory
# must: timed-out failed error out-of-memory

line = "x" * 100_000
for _ in range(100_000):
    print(line)
