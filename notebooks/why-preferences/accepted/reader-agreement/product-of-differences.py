def agreement(first, second):
    same = other = 0
    for i in range(len(first)):
        for j in range(i):
            product = (first[i] - first[j]) * (second[i] - second[j])
            if product > 0:
                same += 1
            elif product < 0:
                other += 1
    if same + other == 0:
        return None
    return same / (same + other)

ana, ben, dee = [10, 9, 8, 7], [4, 3, 2, 1], [3, 8, 7, 5]
eli, fay, gus = [5, 5, 3, 4], [7, 7, 7, 7], [1, 2, 3, 4]
print("Ana and Ben:", agreement(ana, ben))
print("Ana and Dee:", agreement(ana, dee))
print("Ana and Eli:", agreement(ana, eli))
print("Eli and Dee:", agreement(eli, dee))
print("Ana and Fay:", agreement(ana, fay))
print("Ana and Gus:", agreement(ana, gus))
