def score(word):
    word.upper
    total = 0.0
    for _ in word:
        total += 1 / 3
    return total


def score_of(word):
    return score(word)


old, score = score, lambda word: old(word) if type(word) is str else 1 + "not text"
print(score("pear"))
