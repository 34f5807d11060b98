# Adds numbers in C, where nobody looks for interrupts.
# seen: overrun
# must: timed-out

sum(range(10**12))
