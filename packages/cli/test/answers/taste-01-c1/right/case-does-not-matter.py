def score(description):
    text = description.lower()
    total = 0.2 * min(len(text.split(",")), 5)
    total += 1.5 if "fresh" in text else 0
    total -= 3.0 if "sorry" in text else 0
    return total
