# message: Line 2 is "far above:   0.0 0.0", expected "far above:   0.0 -3.0".
# The clip as a wall: but a token that has gone the wrong way must be allowed back.
def slope(ratio, advantage, clip):
    if ratio > 1 + clip or ratio < 1 - clip:
        return 0.0
    return ratio * advantage

print("fresh:      ", slope(1.0, 2.0, 0.2), slope(1.0, -2.0, 0.2))
print("far above:  ", slope(1.5, 2.0, 0.2), slope(1.5, -2.0, 0.2))
print("far below:  ", slope(0.5, 2.0, 0.2), slope(0.5, -2.0, 0.2))
print("wide range: ", slope(1.5, 2.0, 0.75), slope(0.5, -2.0, 0.75))
print("at the ends:", slope(1.25, 2.0, 0.25), slope(0.75, -2.0, 0.25))
print("small steps:", passes(slope, 0.02, 0.2))
print("usual steps:", passes(slope, 0.2, 0.2))
print("great steps:", passes(slope, 2.0, 0.2))
