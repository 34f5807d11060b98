from math import inf, log

def resting_margin(loss, wins, losses, epsilon):
    if loss == "ipo":
        return (wins - losses) / (2 * (wins + losses))
    doubt = epsilon if loss == "conservative" else 0
    up = wins * (1 - doubt) + losses * doubt
    down = losses * (1 - doubt) + wins * doubt
    if down == 0:
        return inf
    return log(up / down) if up > 0 else -inf

print("loss          10:0    9:1    7:3    5:5    0:4")
for loss in ("dpo", "conservative", "ipo"):
    rests = [resting_margin(loss, wins, losses, 0.1) for wins, losses in ((10, 0), (9, 1), (7, 3), (5, 5), (0, 4))]
    print(f"{loss:12}" + "".join(f"{m:7.2f}" for m in rests))
print(f"doubting more: {resting_margin('conservative', 10, 0, 0.25):.3f}")
