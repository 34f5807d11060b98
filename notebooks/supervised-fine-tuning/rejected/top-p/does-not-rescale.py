# message: Line 1 is "half:     [0.5, 0.0, 0.0, 0.0]", expected "half:     [1.0, 0.0, 0.0, 0.0]".
def top_p(probabilities, p):
    order = sorted(range(len(probabilities)), key=lambda k: -probabilities[k])
    kept, total = [0.0] * len(probabilities), 0.0
    for k in order:
        kept[k] = probabilities[k]
        total += probabilities[k]
        if total >= p - 1e-9:
            break
    return kept

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
