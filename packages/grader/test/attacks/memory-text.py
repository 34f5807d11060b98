# Makes one enormous text.
# seen: memory
# must: out-of-memory timed-out error

text = "x" * 1_500_000_000
