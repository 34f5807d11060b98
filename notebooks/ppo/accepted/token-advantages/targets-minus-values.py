# By what the value head should have said: a mixture of its next estimate and of the target after it.
def advantages(logps, ref_logps, values, score, beta, lam):
    target, after, result = 0.0, 0.0, []
    for p, q, value in zip(logps[::-1], ref_logps[::-1], values[::-1]):
        reward = -beta * (p - q)
        if not result:
            reward += score
        target = reward + (1 - lam) * after + lam * target
        result.append(target - value)
        after = value
    return result[::-1]

policy = [-1.0, -0.5, -2.0]
reference = [-1.0, -2.5, -1.0]
values = [0.5, 0.25, 1.0]
for lam in (0, 0.5, 1):
    print(f"lam {lam}:", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.1, lam)])
print("free KL:  ", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.0, 0.9)])
print("bad score:", [round(a, 4) for a in advantages(policy, reference, values, -1.0, 0.1, 0.9)])
print("one token:", [round(a, 4) for a in advantages([-0.7], [-0.2], [0.3], 1.0, 0.4, 0.95)])
