from bisect import bisect_left
from itertools import accumulate

def top_p(probabilities, p):
    order = sorted(range(len(probabilities)), key=probabilities.__getitem__, reverse=True)
    sums = list(accumulate(probabilities[k] for k in order))
    many = min(bisect_left(sums, p - 1e-9), len(order) - 1) + 1
    taken = set(order[:many])
    return [q / sums[many - 1] if k in taken else 0.0 for k, q in enumerate(probabilities)]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
