# message: Line 1 is "lam 0: [-0.25, 0.55, -0.9]", expected "lam 0: [-0.25, 0.55, 1.1]".
def advantages(logps, ref_logps, values, score, beta, lam):
    rewards = [-beta * (p - q) for p, q in zip(logps, ref_logps)]
    result, following, after = [], 0.0, 0.0
    for reward, value in zip(rewards[::-1], values[::-1]):
        following = reward + after - value + lam * following
        result.insert(0, following)
        after = value
    return result

policy = [-1.0, -0.5, -2.0]
reference = [-1.0, -2.5, -1.0]
values = [0.5, 0.25, 1.0]
for lam in (0, 0.5, 1):
    print(f"lam {lam}:", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.1, lam)])
print("free KL:  ", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.0, 0.9)])
print("bad score:", [round(a, 4) for a in advantages(policy, reference, values, -1.0, 0.1, 0.9)])
print("one token:", [round(a, 4) for a in advantages([-0.7], [-0.2], [0.3], 1.0, 0.4, 0.95)])
