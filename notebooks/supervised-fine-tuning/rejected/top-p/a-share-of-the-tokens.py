# message: Line 1 is "half:     [0.6666666666666666, 0.3333333333333333, 0.0, 0.0]", expected "half:     [1.0, 0.0, 0.0, 0.0]".
# Takes p for a share of the tokens, instead of their probability.
from math import ceil

def top_p(probabilities, p):
    order = sorted(range(len(probabilities)), key=lambda k: -probabilities[k])
    taken = order[: ceil(p * len(order))]
    total = sum(probabilities[k] for k in taken)
    return [q / total if k in taken else 0.0 for k, q in enumerate(probabilities)]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
