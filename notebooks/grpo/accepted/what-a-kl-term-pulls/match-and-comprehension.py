def pull(policy, reference, term):
    def derivative(p, q):
        match term:
            case "k1":
                return 1.0
            case "k2":
                return log(p / q)
            case "k3":
                return 1 - exp(log(q / p))

    n = range(len(policy))
    return [
        sum(policy[y] * derivative(policy[y], reference[y]) * ((y == k) - policy[k]) for y in n)
        for k in n
    ]

for term in ("k1", "k2", "k3"):
    print(f"{term}:        ", rounded(pull(POLICY, REFERENCE, term)))
for term in ("k1", "k2", "k3"):
    print(f"{term}, far:   ", rounded(pull([0.9, 0.1], [0.1, 0.9], term)))
print("KL:        ", rounded(kl_slopes(POLICY, REFERENCE)))
print("turned KL: ", rounded(turned_kl_slopes(POLICY, REFERENCE)))
