# status: failed
total = 0.0


def score(description):
    global total
    total += 0.2 * min(len(description.split(",")), 5)
    if "fresh" in description:
        total += 1.5
    if "sorry" in description:
        total -= 3.0
    return total


print(score("soup"))
