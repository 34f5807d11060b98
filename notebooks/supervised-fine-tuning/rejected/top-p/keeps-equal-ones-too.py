# message: Line 3 is "a tie:    [0.5, 0.25, 0.125, 0.125]", expected "a tie:    [0.5714285714285714, 0.2857142857142857, 0.14285714285714285, 0.0]".
# Keeps every token as likely as the last one that was taken.
def top_p(probabilities, p):
    total, last = 0.0, 1.0
    for q in sorted(probabilities, reverse=True):
        total += q
        last = q
        if total >= p - 1e-9:
            break
    kept = [q if q >= last else 0.0 for q in probabilities]
    return [q / sum(kept) for q in kept]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
