# message: Line 2 is "The overlap likes it better than the honest one: False"
summary = "After a long week of work the mayor said that the bridge is open again because its new cables are strong."

print("It says that the bridge is open:", says_open(summary))
print("The overlap likes it better than the honest one:", overlap(summary, REFERENCE) > overlap(HONEST, REFERENCE))
