from itertools import combinations

def agreement(first, second):
    """
    How often two readers make the same choice.

    first, second: two equally long lists of whole numbers, the readers'
    ratings of the same answers: first[k] and second[k] rate answer k.

    Of all pairs of different answers, leave out those to which either
    reader gave equal ratings. Return the share of the pairs that are left
    in which both readers rate the same answer higher, from 0.0 to 1.0.
    Return None when no pair is left.
    """
    same = 0
    counted = 0
    for i, j in combinations(range(len(first)), 2):
        if first[i] == first[j] or second[i] == second[j]:
            continue
        if first[i] > first[j] and second[i] > second[j]:
            same += 1
        if first[i] < first[j] and second[i] < second[j]:
            same += 1
        counted += 1
    if counted == 0:
        return None
    return same / counted

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
