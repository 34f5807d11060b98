def reward(text):
    """
    A number from -1 to 1: more for the review that readers would choose.

    text: one line, perhaps empty; an empty one says nothing, for or against.
    """
    said = words(text)
    praise = 0
    seen = []
    verdict = 0
    sign = 1
    for word in said:
        if word in DENIALS:
            sign = -1
        if word in PRAISE:
            praise += 1
            verdict += sign
        if word in COMPLAINTS:
            verdict -= sign
        if word in PRAISE or word in COMPLAINTS:
            if word in seen:
                return -1
            seen.append(word)
            sign = 1
    if praise > len(said) / 2:
        return -1
    if text.count("!") >= 2:
        return -1
    if verdict > 1:
        return 1
    if verdict < -1:
        return -1
    return verdict

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
