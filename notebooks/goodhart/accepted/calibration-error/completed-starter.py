def calibration_error(confidences, correct, bins=10):
    """
    The expected calibration error.

    confidences: numbers from 0 to 1. correct: as many, 1 for a correct
    answer and 0 for a wrong one. bins: a whole number, at least 1.

    An answer with confidence c belongs to bin int(c * bins), and one with
    c = 1 to the last bin, bins - 1. The gap of a bin is the distance between
    its mean confidence and its share of correct answers. Return the mean
    of the gaps, each weighted by its bin's share of all answers.
    Bins without answers do not count. Without any answer return 0.0.
    """
    if len(confidences) == 0:
        return 0.0
    error = 0.0
    for b in range(bins):
        inside = [i for i, c in enumerate(confidences) if min(int(c * bins), bins - 1) == b]
        if inside:
            confidence = sum(confidences[i] for i in inside) / len(inside)
            share = sum(correct[i] for i in inside) / len(inside)
            error += abs(confidence - share) * len(inside) / len(confidences)
    return error

for name, confidences in SAYS.items():
    print(f"{name:8}", round(calibration_error(confidences, CORRECT), 3))
print("one bin ", round(calibration_error(SAYS["knowing"], CORRECT, bins=1), 3))
print("both    ", round(calibration_error([0.9, 0.9, 0.1, 0.1], [0, 1, 1, 0]), 3))
print("opposite", round(calibration_error([0.25, 0.35], [1, 0], bins=2), 3), round(calibration_error([0.25, 0.75], [1, 0], bins=2), 3))
print("edges   ", round(calibration_error([1.0, 1.0, 0.0, 0.5, 0.97], [1, 0, 0, 1, 1], bins=4), 3))
print("nothing ", calibration_error([], []))
