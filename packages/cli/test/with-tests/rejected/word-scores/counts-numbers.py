def score(word):
    return len(str(word)) / 3
