# message: Your code printed nothing.
summary = "The bridge is open because its cables are unsafe."
