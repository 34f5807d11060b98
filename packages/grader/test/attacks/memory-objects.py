# Makes small objects without end.
# seen: memory
# must: out-of-memory timed-out error

grown = []
while True:
    grown.append([[] for _ in range(100_000)])
