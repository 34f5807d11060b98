# message: Line 1 is "k1:         [-0.167, 0.033, 0.133]", expected "k1:         [0.0, 0.0, 0.0]".
def pull(policy, reference, term):
    slopes = [0.0] * len(policy)
    for y, (p, q) in enumerate(zip(policy, reference)):
        u = log(p / q)
        derivative = {"k1": 1.0, "k2": u, "k3": 1 - exp(-u)}[term]
        for k in range(len(policy)):
            slopes[k] += derivative * ((k == y) - policy[k]) / len(policy)
    return slopes

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
