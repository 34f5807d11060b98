def leave_one_out(rewards, size):
    if not rewards:
        return []
    group = rewards[:size]
    now = [r - (sum(group) - r) / (len(group) - 1) for r in group]
    return now + leave_one_out(rewards[size:], size)

def group_relative(rewards, size):
    if not rewards:
        return []
    group = rewards[:size]
    mean = sum(group) / len(group)
    std = (sum((r - mean) ** 2 for r in group) / (len(group) - 1)) ** 0.5
    return [(r - mean) / (std + 1e-4) for r in group] + group_relative(rewards[size:], size)

print("one of four:", rounded(leave_one_out([1, 0, 0, 0], 4)), rounded(group_relative([1, 0, 0, 0], 4)))
print("two prompts:", rounded(leave_one_out([1, 0, 5, 9], 2)), rounded(group_relative([1, 0, 5, 9], 2)))
print("all alike:  ", rounded(leave_one_out([3, 3, 3], 3)), rounded(group_relative([3, 3, 3], 3)))
print("close:      ", rounded(leave_one_out([0.5, 0.51, 0.52], 3)), rounded(group_relative([0.5, 0.51, 0.52], 3)))
print("below zero: ", rounded(leave_one_out([-2, 1, 4, 0, 0, 6], 3)), rounded(group_relative([-2, 1, 4, 0, 0, 6], 3)))
print("nothing:    ", leave_one_out([], 2), group_relative([], 2))
