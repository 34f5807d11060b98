# message: Line 6 is "unsorted:
# Right only where the likeliest tokens stand first.
def top_p(probabilities, p):
    kept, total = [0.0] * len(probabilities), 0.0
    for k, q in enumerate(probabilities):
        kept[k] = q
        total += q
        if total >= p - 1e-9:
            break
    return [q / total for q in kept]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
