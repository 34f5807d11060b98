import math

def logit(p):
    if p in (0, 1):
        return math.inf if p == 1 else -math.inf
    return math.log(p) - math.log1p(-p)

RESTS = {
    "dpo": lambda p, epsilon: logit(p),
    "conservative": lambda p, epsilon: logit(epsilon + (1 - 2 * epsilon) * p),
    "ipo": lambda p, epsilon: p - 0.5,
}

def resting_margin(loss, wins, losses, epsilon):
    return RESTS[loss](wins / (wins + losses), epsilon)

print("loss          10:0    9:1    7:3    5:5    0:4")
for loss in ("dpo", "conservative", "ipo"):
    rests = [resting_margin(loss, wins, losses, 0.1) for wins, losses in ((10, 0), (9, 1), (7, 3), (5, 5), (0, 4))]
    print(f"{loss:12}" + "".join(f"{m:7.2f}" for m in rests))
print(f"doubting more: {resting_margin('conservative', 10, 0, 0.25):.3f}")
