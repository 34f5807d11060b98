# message: Line 2 is "more:     [0.0, 0.0, 0.0, 0.0]", expected "more:     [0.6666666666666666, 0.3333333333333333, 0.0, 0.0]".
# Keeps every token that is likelier than p, which is another rule (and keeps none where all are unlikely).
def top_p(probabilities, p):
    kept = [q if q >= p else 0.0 for q in probabilities]
    total = sum(kept) or 1.0
    return [q / total for q in kept]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
