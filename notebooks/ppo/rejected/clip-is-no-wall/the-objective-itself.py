# message: Line 2 is "far above:   2.4 -3.0", expected "far above:   0.0 -3.0".
def slope(ratio, advantage, clip):
    return min(ratio * advantage, min(max(ratio, 1 - clip), 1 + clip) * advantage)

print("fresh:      ", slope(1.0, 2.0, 0.2), slope(1.0, -2.0, 0.2))
print("far above:  ", slope(1.5, 2.0, 0.2), slope(1.5, -2.0, 0.2))
print("far below:  ", slope(0.5, 2.0, 0.2), slope(0.5, -2.0, 0.2))
print("wide range: ", slope(1.5, 2.0, 0.75), slope(0.5, -2.0, 0.75))
print("at the ends:", slope(1.25, 2.0, 0.25), slope(0.75, -2.0, 0.25))
print("small steps:", passes(slope, 0.02, 0.2))
print("usual steps:", passes(slope, 0.2, 0.2))
print("great steps:", passes(slope, 2.0, 0.2))
