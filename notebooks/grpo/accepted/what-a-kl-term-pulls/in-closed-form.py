# With probabilities that sum to 1 the three sums can be written down.
def pull(policy, reference, term):
    if term == "k1":
        return [0.0 for _ in policy]
    if term == "k2":
        return kl_slopes(policy, reference)
    return turned_kl_slopes(policy, reference)

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
