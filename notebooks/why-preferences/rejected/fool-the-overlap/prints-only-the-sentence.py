# message: Line 1 is "The bridge is open because its cables are unsafe."
summary = "The bridge is open because its cables are unsafe."
print(summary)
