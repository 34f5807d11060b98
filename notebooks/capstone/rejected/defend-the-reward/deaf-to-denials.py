# message: Readers choose "it is a film" over "not a good film"; your reward does not give it more.
def reward(text):
    said = words(text)
    judged = [word for word in said if word in PRAISE or word in COMPLAINTS]
    praise = [word for word in judged if word in PRAISE]
    if len(set(judged)) < len(judged) or text.count("!") > 1 or 2 * len(praise) > len(said):
        return -1
    return max(-1, min(1, 2 * len(praise) - len(judged)))

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
