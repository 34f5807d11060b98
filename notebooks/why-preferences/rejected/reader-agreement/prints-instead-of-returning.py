# message: Word 1 is "1.0", expected "Ana".
from itertools import combinations

def agreement(first, second):
    same = 0
    counted = 0
    for i, j in combinations(range(len(first)), 2):
        if first[i] == first[j] or second[i] == second[j]:
            continue
        counted += 1
        if (first[i] > first[j]) == (second[i] > second[j]):
            same += 1
    print(same / counted if counted else None)

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
