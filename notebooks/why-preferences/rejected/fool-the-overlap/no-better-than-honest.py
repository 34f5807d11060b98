# message: Line 2 is "The overlap likes it better than the honest one: False"
# Six words in common and eight in all, exactly as the honest one has: not better.
summary = "The bridge is open because the cables are strong."

print("It says that the bridge is open:", says_open(summary))
print("The overlap likes it better than the honest one:", overlap(summary, REFERENCE) > overlap(HONEST, REFERENCE))
