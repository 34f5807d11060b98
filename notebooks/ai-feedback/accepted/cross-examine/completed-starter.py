def cross_examine(truth, told):
    """
    Where a debate about a sum ends.

    truth, told: two equally long lists of whole numbers: what the
    receipts show, and what the claimant says that they show.

    If both have the same total there is nothing to dispute: return None.
    Otherwise start with all receipts. While the range in dispute has more
    than one receipt, split it: of n receipts the left half has n // 2.
    Go to the left half if its sum in told differs from its sum in truth,
    else to the right half.
    Return (place, steps): the place of the receipt that is left, counted
    from 0, and the number of splits that it took.
    """
    start, end = 0, len(truth)  # the range in dispute: truth[start:end]
    steps = 0
    if sum(truth) == sum(told):
        return None
    while end - start > 1:
        middle = start + (end - start) // 2
        if sum(told[start:middle]) != sum(truth[start:middle]):
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
