# message: Line 1 is "k1:         [0.321, -0.082, -0.238]", expected "k1:         [0.0, 0.0, 0.0]".
# That would be so if the samples were differentiated too, and the estimates unbiased.
def pull(policy, reference, term):
    return kl_slopes(policy, reference)

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
