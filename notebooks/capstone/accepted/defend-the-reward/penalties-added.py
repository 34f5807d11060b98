def reward(text):
    said = words(text)
    total, flip, seen, penalty = 0.0, 1, set(), 0
    for word in said:
        if word in DENIALS:
            flip = -1
        elif word in PRAISE | COMPLAINTS:
            total += flip if word in PRAISE else -flip
            flip = 1
            penalty += word in seen
            seen.add(word)
    penalty += max(0, text.count("!") - 1)
    penalty += sum(word in PRAISE for word in said) > len(said) / 2
    return max(-1.0, min(1.0, total) - 2 * min(1, penalty))

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
