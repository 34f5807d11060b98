import re

def reward(text):
    kinds = ["+" if w in PRAISE else "-" if w in COMPLAINTS else "n" if w in DENIALS else "" for w in words(text)]
    judging = [w for w, kind in zip(words(text), kinds) if kind in ("+", "-")]
    line = "".join(kinds)
    line = re.sub(r"n+\+", "b", line)
    line = re.sub(r"n+-", "g", line)
    line = line.replace("+", "g").replace("-", "b")
    score = line.count("g") - line.count("b")
    bad_form = (
        len(judging) != len(set(judging))
        or text.count("!") > 1
        or kinds.count("+") * 2 > len(kinds)
    )
    return -0.9 if bad_form else score / (1 + abs(score))

for line in ("a good film", "it is a film", "not a good film", "not bad", "good good good!!!"):
    print(f"{reward(line):+.2f}  {line}")
