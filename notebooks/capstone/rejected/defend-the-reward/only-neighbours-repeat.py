# message: Readers choose "it is a film" over "good film, good songs, good fun for all of us"; your reward does not give it more.
# Sees "good good", and not "good film, good songs".
def reward(text):
    said = words(text)
    judged = [word for word in said if word in PRAISE or word in COMPLAINTS]
    praise = [word for word in judged if word in PRAISE]
    twice = any(one == other for one, other in zip(said, said[1:]))
    if twice or text.count("!") > 1 or 2 * len(praise) > len(said):
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
