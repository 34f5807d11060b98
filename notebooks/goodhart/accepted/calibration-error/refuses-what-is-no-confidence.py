# Answers may refuse what the docstring rules out: no call with such arguments is graded.
def calibration_error(confidences, correct, bins=10):
    if not all(0 <= c <= 1 for c in confidences) or not all(right in (0, 1) for right in correct):
        raise ValueError("a confidence is from 0 to 1, and an answer is correct (1) or not (0)")
    gaps = [0.0] * bins
    for c, right in zip(confidences, correct):
        gaps[min(int(c * bins), bins - 1)] += c - right
    return sum(map(abs, gaps)) / len(confidences) if confidences else 0.0

for name, confidences in SAYS.items():
    print(f"{name:8}", round(calibration_error(confidences, CORRECT), 3))
print("one bin ", round(calibration_error(SAYS["knowing"], CORRECT, bins=1), 3))
print("both    ", round(calibration_error([0.9, 0.9, 0.1, 0.1], [0, 1, 1, 0]), 3))
print("opposite", round(calibration_error([0.25, 0.35], [1, 0], bins=2), 3), round(calibration_error([0.25, 0.75], [1, 0], bins=2), 3))
print("edges   ", round(calibration_error([1.0, 1.0, 0.0, 0.5, 0.97], [1, 0, 0, 1, 1], bins=4), 3))
print("nothing ", calibration_error([], []))
