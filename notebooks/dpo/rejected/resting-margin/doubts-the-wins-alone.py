# message: Line 3 is "conservative   2.20   1.45   0.53  -0.20   -inf", expected "conservative   2.20   1.52   0.66   0.00  -2.20".
# A label may be wrong either way.
from math import inf, log

def resting_margin(loss, wins, losses, epsilon):
    share = wins / (wins + losses)
    if loss == "ipo":
        return share - 0.5
    if loss == "conservative":
        share = (1 - epsilon) * share
    if share == 0:
        return -inf
    if share == 1:
        return inf
    return log(share / (1 - share))

print("loss          10:0    9:1    7:3    5:5    0:4")
for loss in ("dpo", "conservative", "ipo"):
    rests = [resting_margin(loss, wins, losses, 0.1) for wins, losses in ((10, 0), (9, 1), (7, 3), (5, 5), (0, 4))]
    print(f"{loss:12}" + "".join(f"{m:7.2f}" for m in rests))
print(f"doubting more: {resting_margin('conservative', 10, 0, 0.25):.3f}")
