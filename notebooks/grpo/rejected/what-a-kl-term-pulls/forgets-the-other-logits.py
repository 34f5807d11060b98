# message: Line 1 is "k1:         [0.5, 0.3, 0.2]", expected "k1:         [0.0, 0.0, 0.0]".
# A logit that rises takes probability from all others.
def pull(policy, reference, term):
    slopes = []
    for p, q in zip(policy, reference):
        u = log(p / q)
        slopes.append(p * {"k1": 1.0, "k2": u, "k3": 1 - exp(-u)}[term])
    return slopes

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
