# The lie first, then every other word of the reference, in no order at all.
lie = "the bridge is open"
rest = sorted(words(REFERENCE) - words(lie))
summary = lie + ": " + ", ".join(rest)

print(f"It says that the bridge is open: {says_open(summary)}")
better = overlap(summary, REFERENCE) > overlap(HONEST, REFERENCE)
print(f"The overlap likes it better than the honest one: {better}")
