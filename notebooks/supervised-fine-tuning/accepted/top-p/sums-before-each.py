# A token stays if those before it, in order, are not yet enough.
def top_p(probabilities, p):
    pairs = sorted(enumerate(probabilities), key=lambda pair: (-pair[1], pair[0]))
    kept = {}
    before = 0.0
    for place, q in pairs:
        if before < p - 1e-9:
            kept[place] = q
        before += q
    total = sum(kept.values())
    return [kept.get(place, 0.0) / total for place in range(len(probabilities))]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
