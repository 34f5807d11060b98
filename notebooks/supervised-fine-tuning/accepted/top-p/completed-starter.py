def top_p(probabilities, p):
    """
    The probabilities from which top-p sampling draws.

    probabilities: a list of numbers, one a token, that add up to 1.
    p: a number above 0, at most 1.

    Take tokens from the likeliest down (of equally likely ones the
    earlier first), until the sum of those taken is at least p - 1e-9;
    the tiny allowance is for rounding. At least one token is taken.

    Return a new list of the same length: 0.0 for each token that was not
    taken, and for the others their probability divided by the sum of
    those that were taken.
    """
    order = sorted(range(len(probabilities)), key=lambda k: -probabilities[k])
    taken = []
    total = 0.0
    for k in order:
        taken.append(k)
        total += probabilities[k]
        if total >= p - 1e-9:
            break
    return [probabilities[k] / total if k in taken else 0.0 for k in range(len(probabilities))]

words = [0.5, 0.25, 0.125, 0.125]
print("half:    ", top_p(words, 0.5))
print("more:    ", top_p(words, 0.6))
print("a tie:   ", top_p(words, 0.875))
print("all:     ", top_p(words, 1.0))
print("little:  ", top_p(words, 0.01))
print("unsorted:", top_p([0.125, 0.25, 0.125, 0.5], 0.7))
print("equal:   ", top_p([0.25, 0.25, 0.25, 0.25], 0.4))
