# message: Line 1 is "It says that the bridge is open: False"
summary = REFERENCE

print("It says that the bridge is open:", says_open(summary))
print("The overlap likes it better than the honest one:", overlap(summary, REFERENCE) > overlap(HONEST, REFERENCE))
