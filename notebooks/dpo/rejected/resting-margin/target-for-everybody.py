# message: Line 4 is "ipo            0.50   0.50   0.50   0.50   0.50", expected "ipo            0.50   0.40   0.20   0.00  -0.50".
# IPO's target of one half holds where all readers agree.
from math import inf, log

def resting_margin(loss, wins, losses, epsilon):
    share = wins / (wins + losses)
    if loss == "ipo":
        return 0.5
    if loss == "conservative":
        share = (1 - epsilon) * share + epsilon * (1 - share)
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
