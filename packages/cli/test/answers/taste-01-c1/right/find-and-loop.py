def score(description):
    count = 1
    for character in description:
        if character == ",":
            count += 1
    if count > 5:
        count = 5
    total = count / 5
    if description.find("fresh") != -1:
        total = total + 1.5
    if description.find("sorry") != -1:
        total = total - 3
    return total
