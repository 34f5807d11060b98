def advantages(logps, ref_logps, values, score, beta, lam):
    if len(values) == 1:
        return [score - beta * (logps[0] - ref_logps[0]) - values[0]]
    later = advantages(logps[1:], ref_logps[1:], values[1:], score, beta, lam)
    delta = -beta * (logps[0] - ref_logps[0]) + values[1] - values[0]
    return [delta + lam * later[0], *later]

policy = [-1.0, -0.5, -2.0]
reference = [-1.0, -2.5, -1.0]
values = [0.5, 0.25, 1.0]
for lam in (0, 0.5, 1):
    print(f"lam {lam}:", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.1, lam)])
print("free KL:  ", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.0, 0.9)])
print("bad score:", [round(a, 4) for a in advantages(policy, reference, values, -1.0, 0.1, 0.9)])
print("one token:", [round(a, 4) for a in advantages([-0.7], [-0.2], [0.3], 1.0, 0.4, 0.95)])
