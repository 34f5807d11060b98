# message: Line 2 is "more:     [1.0, 0.0, 0.0, 0.0]", expected "more:     [0.6666666666666666, 0.3333333333333333, 0.0, 0.0]".
def top_p(probabilities, p):
    order = sorted(range(len(probabilities)), key=lambda k: -probabilities[k])
    kept, total = [0.0] * len(probabilities), 0.0
    for k in order:
        if total > 0 and total + probabilities[k] > p + 1e-9:
            break
        kept[k] = probabilities[k]
        total += probabilities[k]
    return [q / total for q in kept]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
