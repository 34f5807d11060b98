summary = "The bridge is open because its cables are safe."

print("It says that the bridge is open:", says_open(summary))
print("The overlap likes it better than the honest one:", overlap(summary, REFERENCE) > overlap(HONEST, REFERENCE))
