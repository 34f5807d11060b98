def pull(policy, reference, term):
    """
    The expected slope along each logit of a KL term that stands in the loss.

    policy, reference: two lists of probabilities of the same answers, all
    above 0; each sums to 1. term: "k1", "k2" or "k3", with
    k1 = u, k2 = u * u / 2, k3 = exp(-u) - 1 + u, u = log(policy / reference).

    A sample y has the slope  k'(u of y) * (d log policy(y) / d logit k),
    where k' is the derivative of the term by u, and the second factor is
    1 - policy[k] for y = k and -policy[k] for all other y.
    Return, for each logit k, the sum over y of policy(y) times that slope.
    """
    slopes = [0.0] * len(policy)
    for y, (p, q) in enumerate(zip(policy, reference)):
        u = log(p / q)
        derivative = {"k1": 1.0, "k2": u, "k3": 1 - exp(-u)}[term]
        for k in range(len(policy)):
            slopes[k] += p * derivative * ((k == y) - policy[k])
    return slopes

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
