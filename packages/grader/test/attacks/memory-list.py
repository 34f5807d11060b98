# Grows a list without end.
# seen: memory
# must: out-of-memory timed-out error

grown = []
while True:
    grown.append(" " * 1_000_000)
