# message: Line 2 is "Ana and Dee: 0.6666666666666666", expected "Ana and Dee: 0.5".
def agreement(first, second):
    same = 0
    counted = 0
    for i in range(len(first) - 1):
        j = i + 1
        if first[i] == first[j] or second[i] == second[j]:
            continue
        counted += 1
        if (first[i] > first[j]) == (second[i] > second[j]):
            same += 1
    return same / counted if counted else None

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
