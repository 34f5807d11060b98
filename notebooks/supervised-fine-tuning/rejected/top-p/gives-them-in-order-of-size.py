# message: Line 6 is "unsorted: [0.6666666666666666, 0.3333333333333333, 0.0, 0.0]", expected "unsorted: [0.0, 0.3333333333333333, 0.0, 0.6666666666666666]".
def top_p(probabilities, p):
    kept, total = [], 0.0
    for q in sorted(probabilities, reverse=True):
        kept.append(q if total < p - 1e-9 else 0.0)
        total += q
    return [q / sum(kept) for q in kept]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
