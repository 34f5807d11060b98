# message: Line 2 is "k2:         [0.641, -0.165, -0.476]", expected "k2:         [0.321, -0.082, -0.238]".
def pull(policy, reference, term):
    derivatives = []
    for p, q in zip(policy, reference):
        u = log(p / q)
        derivatives.append({"k1": 1.0, "k2": 2 * u, "k3": 1 - exp(-u)}[term])
    mean = sum(p * d for p, d in zip(policy, derivatives))
    return [p * (d - mean) for p, d in zip(policy, derivatives)]

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
