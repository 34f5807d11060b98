def slope(ratio, advantage, clip):
    """
    The derivative of one token's clipped objective,
    min(ratio * advantage, ratio clipped to [1 - clip, 1 + clip] * advantage),
    with respect to the token's log-probability.

    ratio: new probability / old probability, above 0.
    advantage: any number. clip: above 0 and below 1.

    Where the objective does not depend on the ratio, return 0.0.
    Elsewhere return ratio * advantage: the derivative of the ratio with
    respect to the log-probability is the ratio itself.
    A ratio exactly at an end of the range is not clipped.
    """
    too_far_up = advantage > 0 and ratio > 1 + clip
    too_far_down = advantage < 0 and ratio < 1 - clip
    if too_far_up or too_far_down:
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
