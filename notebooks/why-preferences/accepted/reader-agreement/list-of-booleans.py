from itertools import combinations
from statistics import mean

def agreement(first, second):
    pairs = list(combinations(zip(first, second), 2))
    votes = [(a > c) == (b > d) for (a, b), (c, d) in pairs if a != c and b != d]
    if not votes:
        return None
    return float(mean(votes))

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
