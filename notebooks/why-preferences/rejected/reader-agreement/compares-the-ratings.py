# message: Line 1 is "Ana and Ben: 0.0", expected "Ana and Ben: 1.0".
def agreement(first, second):
    if not first:
        return None
    same = 0
    for i in range(len(first)):
        if first[i] == second[i]:
            same += 1
    return same / len(first)

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
