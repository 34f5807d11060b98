def score(word):
    return {"pear": 4 / 3, "fig": 1.0}[word]


print(score("pear"))
