# message: Readers choose "not bad, and great fun" over "not good, and slow"; your reward does not give it more.
# Nothing ends the denial.
def reward(text):
    said = words(text)
    judged = [word for word in said if word in PRAISE or word in COMPLAINTS]
    praise = [word for word in judged if word in PRAISE]
    if len(set(judged)) < len(judged) or text.count("!") > 1 or 2 * len(praise) > len(said):
        return -1
    verdict, sign = 0, 1
    for word in said:
        if word in DENIALS:
            sign = -1
        elif word in judged:
            verdict += sign if word in PRAISE else -sign
    return max(-1, min(1, verdict))

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
