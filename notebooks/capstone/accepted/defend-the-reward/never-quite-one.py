# Squeezes the verdict instead of cutting it off.
from collections import Counter
from math import tanh

def reward(text):
    said = words(text)
    counts = Counter(word for word in said if word in PRAISE | COMPLAINTS)
    stuffed = sum(counts[word] for word in PRAISE) > 0.5 * len(said)
    if stuffed or len(text.split("!")) > 2 or any(times > 1 for times in counts.values()):
        return -0.99
    verdict, turned = 0, False
    for word in said:
        turned = turned or word in DENIALS
        if word in counts:
            good = (word in PRAISE) ^ turned
            verdict += 1 if good else -1
            turned = False
    return tanh(verdict / 2)

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
