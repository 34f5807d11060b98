def score(description):
    words = description.replace(",", " ").split()
    total = min(len(description.split(",")), 5) / 5
    if "fresh" in words:
        total += 1.5
    if "sorry" in words:
        total -= 3.0
    return total
