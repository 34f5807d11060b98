# message: Readers choose "it is a film" over "not a good film"; your reward does not give it more.
# Words without their order.
def reward(text):
    said = set(words(text))
    return max(-1, min(1, len(said & PRAISE) - len(said & COMPLAINTS)))

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
