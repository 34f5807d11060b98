# message: Line 1 is "firm     0.122", expected "firm     0.35".
def calibration_error(confidences, correct, bins=10):
    if not confidences:
        return 0.0
    groups = [[] for _ in range(bins)]
    for c, right in zip(confidences, correct):
        groups[min(int(c * bins), bins - 1)].append((c, right))
    total = 0.0
    for group in groups:
        if group:
            confidence = sum(c for c, _ in group) / len(group)
            share = sum(right for _, right in group) / len(group)
            total += len(group) / len(confidences) * (share - confidence) ** 2
    return total

for name, confidences in SAYS.items():
    print(f"{name:8}", round(calibration_error(confidences, CORRECT), 3))
print("one bin ", round(calibration_error(SAYS["knowing"], CORRECT, bins=1), 3))
print("both    ", round(calibration_error([0.9, 0.9, 0.1, 0.1], [0, 1, 1, 0]), 3))
print("opposite", round(calibration_error([0.25, 0.35], [1, 0], bins=2), 3), round(calibration_error([0.25, 0.75], [1, 0], bins=2), 3))
print("edges   ", round(calibration_error([1.0, 1.0, 0.0, 0.5, 0.97], [1, 0, 0, 1, 1], bins=4), 3))
print("nothing ", calibration_error([], []))
