def advantages(logps, ref_logps, values, score, beta, lam):
    """
    The advantage of each token of one answer, by GAE without discount.

    logps, ref_logps: the log-probability of each token by the policy and by
    the reference. values: the value head's estimate before each token.
    All three are lists of numbers of one length, at least 1.
    score: the reward model's score of the answer.
    beta: the price of KL. lam: λ, from 0 to 1.

    Token t is rewarded with -beta * (logps[t] - ref_logps[t]), and the last
    token with the score as well. The value after the last token is 0.
    Return a list: delta[t] + lam * (advantage of token t + 1), where
    delta[t] = reward[t] + value after token t - value before it.
    """
    rewards = []
    for logp, ref_logp in zip(logps, ref_logps):
        rewards.append(-beta * (logp - ref_logp))
    rewards[-1] += score
    following = 0.0
    result = [0.0] * len(rewards)
    for t in reversed(range(len(rewards))):
        after = values[t + 1] if t + 1 < len(values) else 0.0
        following = rewards[t] + after - values[t] + lam * following
        result[t] = following
    return result

policy = [-1.0, -0.5, -2.0]
reference = [-1.0, -2.5, -1.0]
values = [0.5, 0.25, 1.0]
for lam in (0, 0.5, 1):
    print(f"lam {lam}:", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.1, lam)])
print("free KL:  ", [round(a, 4) for a in advantages(policy, reference, values, 2.0, 0.0, 0.9)])
print("bad score:", [round(a, 4) for a in advantages(policy, reference, values, -1.0, 0.1, 0.9)])
print("one token:", [round(a, 4) for a in advantages([-0.7], [-0.2], [0.3], 1.0, 0.4, 0.95)])
