# exp(-u) is reference / policy.
def pull(policy, reference, term):
    if term == "k1":
        derivatives = [1] * len(policy)
    elif term == "k2":
        derivatives = [log(p) - log(q) for p, q in zip(policy, reference)]
    elif term == "k3":
        derivatives = [1 - q / p for p, q in zip(policy, reference)]
    else:
        raise KeyError(term)
    result = []
    for k in range(len(policy)):
        total = 0
        for y in range(len(policy)):
            change = 1 - policy[k] if y == k else -policy[k]
            total += policy[y] * derivatives[y] * change
        result.append(total)
    return result

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
