# message: An empty review should have less than a good one.
# Nothing gets through this lock, good or bad.
def reward(text):
    return 0

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
