# message: Readers choose "it is great fun!" over "it is slow"; your reward does not give it more.
# Keeps honest reviews out together with the stuffed ones.
def reward(text):
    said = words(text)
    judged = [word for word in said if word in PRAISE or word in COMPLAINTS]
    praise = [word for word in judged if word in PRAISE]
    if len(set(judged)) < len(judged) or text.count("!") > 1 or 3 * len(praise) > len(said):
        return -1
    verdict, denied = 0, False
    for word in said:
        if word in DENIALS:
            denied = True
        elif word in judged:
            verdict += 1 if (word in PRAISE) != denied else -1
            denied = False
    return max(-1, min(1, verdict))

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
