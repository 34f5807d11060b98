candidates = [
    "The bridge is open.",
    "The bridge is open, its cables are new.",
    "Because its cables are not unsafe, THE BRIDGE IS OPEN!",
]
summary = max(candidates, key=lambda text: overlap(text, REFERENCE))

print("It says that the bridge is open:", says_open(summary))
print("The overlap likes it better than the honest one:", overlap(summary, REFERENCE) > overlap(HONEST, REFERENCE))
