# message: reward("") raised ZeroDivisionError: division by zero,
def reward(text):
    said = words(text)
    judged = [word for word in said if word in PRAISE or word in COMPLAINTS]
    praise = [word for word in judged if word in PRAISE]
    if len(set(judged)) < len(judged) or text.count("!") > 1 or len(praise) / len(said) > 0.5:
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
