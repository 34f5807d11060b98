# message: Line 7 is "edges    0.306", expected "edges    0.294".
def calibration_error(confidences, correct, bins=10):
    difference = [0.0] * (bins + 1)
    for c, right in zip(confidences, correct):
        difference[int(c * bins)] += c - right
    return sum(map(abs, difference)) / max(1, len(confidences))

for name, confidences in SAYS.items():
    print(f"{name:8}", round(calibration_error(confidences, CORRECT), 3))
print("one bin ", round(calibration_error(SAYS["knowing"], CORRECT, bins=1), 3))
print("both    ", round(calibration_error([0.9, 0.9, 0.1, 0.1], [0, 1, 1, 0]), 3))
print("opposite", round(calibration_error([0.25, 0.35], [1, 0], bins=2), 3), round(calibration_error([0.25, 0.75], [1, 0], bins=2), 3))
print("edges   ", round(calibration_error([1.0, 1.0, 0.0, 0.5, 0.97], [1, 0, 0, 1, 1], bins=4), 3))
print("nothing ", calibration_error([], []))
