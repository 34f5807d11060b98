# The formula as it stands: each later difference, weighted by its distance.
def advantages(logps, ref_logps, values, score, beta, lam):
    n = len(values)
    rewards = [beta * (q - p) for p, q in zip(logps, ref_logps)]
    rewards[n - 1] += score
    padded = list(values) + [0]
    deltas = [rewards[t] + padded[t + 1] - padded[t] for t in range(n)]
    return [sum(lam ** (k - t) * deltas[k] for k in range(t, n)) for t in range(n)]

policy = [-1.0, -0.5, -2.0]
reference = [-1.0, -2.5, -1.0]
values = [0.5, 0.25, 1.0]
for lam in (0, 0.5, 1):
    print(f"lam {lam}:", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.1, lam)])
print("free KL:  ", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.0, 0.9)])
print("bad score:", [round(a, 4) for a in advantages(policy, reference, values, -1.0, 0.1, 0.9)])
print("one token:", [round(a, 4) for a in advantages([-0.7], [-0.2], [0.3], 1.0, 0.4, 0.95)])
