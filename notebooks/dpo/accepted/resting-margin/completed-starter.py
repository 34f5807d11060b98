from math import inf, log

def resting_margin(loss, wins, losses, epsilon):
    """
    The margin with the smallest sum of losses over all readers.

    loss: one of
        "dpo": -log sigmoid(m) for each choice,
        "conservative": -(1 - epsilon) log sigmoid(m) - epsilon log sigmoid(-m),
        "ipo": (m - 1/2) ** 2, which is (h - 1 / (2 beta)) ** 2 but for a factor.
    wins, losses: whole numbers of at least 0, not both 0. A win has the
        margin m, a loss the margin -m.
    epsilon: between 0 and 1/2, for "conservative" alone.

    Return the margin: inf where it grows without end, -inf where it falls
    without end.
    """
    share = wins / (wins + losses)
    if loss == "dpo":
        if losses == 0:
            return inf
        if wins == 0:
            return -inf
        return log(wins / losses)
    if loss == "conservative":
        believed = (1 - epsilon) * share + epsilon * (1 - share)
        return log(believed) - log(1 - believed)
    return share - 1 / 2

print("loss          10:0    9:1    7:3    5:5    0:4")
for loss in ("dpo", "conservative", "ipo"):
    rests = [resting_margin(loss, wins, losses, 0.1) for wins, losses in ((10, 0), (9, 1), (7, 3), (5, 5), (0, 4))]
    print(f"{loss:12}" + "".join(f"{m:7.2f}" for m in rests))
print(f"doubting more: {resting_margin('conservative', 10, 0, 0.25):.3f}")
