def top_p(probabilities, p):
    left = list(probabilities)
    result = [0.0] * len(left)
    total = 0.0
    while total < p - 1e-9 or total == 0:
        k = left.index(max(left))
        result[k] = probabilities[k]
        total += probabilities[k]
        left[k] = -1.0
    return [q / total for q in result]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
