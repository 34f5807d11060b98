# message: Line 2 is "dpo             inf    inf    inf   0.00   -inf", expected "dpo             inf   2.20   0.85   0.00   -inf".
from math import inf, log

def resting_margin(loss, wins, losses, epsilon):
    if wins == losses:
        return 0.0
    sign = 1 if wins > losses else -1
    if loss == "ipo":
        return sign * 0.5
    if loss == "conservative":
        return sign * log((1 - epsilon) / epsilon)
    return sign * inf

print("loss          10:0    9:1    7:3    5:5    0:4")
for loss in ("dpo", "conservative", "ipo"):
    rests = [resting_margin(loss, wins, losses, 0.1) for wins, losses in ((10, 0), (9, 1), (7, 3), (5, 5), (0, 4))]
    print(f"{loss:12}" + "".join(f"{m:7.2f}" for m in rests))
print(f"doubting more: {resting_margin('conservative', 10, 0, 0.25):.3f}")
