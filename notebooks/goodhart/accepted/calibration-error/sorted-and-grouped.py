from itertools import groupby
from statistics import fmean

def calibration_error(confidences, correct, bins=10):
    def bin_of(pair):
        return min(int(pair[0] * bins), bins - 1)

    answers = sorted(zip(confidences, correct), key=bin_of)
    error = 0.0
    for _, group in groupby(answers, key=bin_of):
        group = list(group)
        gap = abs(fmean(c for c, _ in group) - fmean(right for _, right in group))
        error += gap * len(group) / len(answers)
    return error

for name, confidences in SAYS.items():
    print(f"{name:8}", round(calibration_error(confidences, CORRECT), 3))
print("one bin ", round(calibration_error(SAYS["knowing"], CORRECT, bins=1), 3))
print("both    ", round(calibration_error([0.9, 0.9, 0.1, 0.1], [0, 1, 1, 0]), 3))
print("opposite", round(calibration_error([0.25, 0.35], [1, 0], bins=2), 3), round(calibration_error([0.25, 0.75], [1, 0], bins=2), 3))
print("edges   ", round(calibration_error([1.0, 1.0, 0.0, 0.5, 0.97], [1, 0, 0, 1, 1], bins=4), 3))
print("nothing ", calibration_error([], []))
