RULES = {"fresh": 1.5, "sorry": -3.0}


def ingredients(description):
    return len(description.split(","))


def score(description):
    total = 0.2 * min(ingredients(description), 5)
    for word, points in RULES.items():
        if word in description:
            total += points
    return total


for dish in ["soup", "sorry, fresh soup"]:
    print(dish, score(dish))
