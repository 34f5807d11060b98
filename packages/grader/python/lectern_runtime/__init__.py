"""The Python inside an interpreter: runs a program and calls into it, and says what happened as JSON.

It is imported once, when the memory snapshot is made, so it needs no files at run time.
Nothing here knows what is expected: verdicts are made outside.
"""
