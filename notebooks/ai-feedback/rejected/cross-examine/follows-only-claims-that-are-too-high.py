# message: cross_examine(
def cross_examine(truth, told):
    if sum(truth) == sum(told):
        return None
    start, end, steps = 0, len(truth), 0
    while end - start > 1:
        middle = start + (end - start) // 2
        if sum(told[start:middle]) > sum(truth[start:middle]):
            end = middle
        else:
            start = middle
        steps += 1
    return start, steps

receipts = [4, 5, 3, 5, 6, 5, 4, 5]
print("one lie:      ", cross_examine(receipts, [4, 5, 3, 5, 6, 5, 4, 8]))
print("no lie:       ", cross_examine(receipts, receipts))
print("spread out:   ", cross_examine(receipts, [n + 1 for n in receipts]))
print("a cover-up:   ", cross_examine(receipts, [9, 0, 3, 5, 6, 7, 4, 5]))
print("both halves:  ", cross_examine(receipts, [4, 5, 3, 6, 6, 5, 4, 7]))
print("errors cancel:", cross_examine(receipts, [5, 5, 3, 5, 6, 5, 4, 4]))
print("seven:        ", cross_examine([1, 1, 1, 1, 1, 1, 1], [2, 1, 1, 1, 1, 1, 1]))
print("one receipt:  ", cross_examine([3], [4]))
print("sixty-four:   ", cross_examine([5] * 64, [5] * 40 + [6] + [5] * 23))
