def choices(ratings):
    """All (preferred, other) pairs of answers."""
    numbers = range(len(ratings))
    return {(i, j) for i in numbers for j in numbers if ratings[i] > ratings[j]}

def agreement(first, second):
    mine, yours = choices(first), choices(second)
    both = mine & yours
    opposite = {pair for pair in mine if pair[::-1] in yours}
    total = len(both) + len(opposite)
    return len(both) / total if total else None

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
