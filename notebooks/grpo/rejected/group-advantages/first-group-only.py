# message: Line 2 is "two prompts: [1.0, -1.0] [0.707, -0.707, -0.707, 0.707]", expected "two prompts: [1.0, -1.0, -4.0, 4.0] [0.707, -0.707, -0.707, 0.707]".
def leave_one_out(rewards, size):
    group = rewards[:size]
    return [r - (sum(group) - r) / (size - 1) for r in group]

def group_relative(rewards, size):
    result = []
    for start in range(0, len(rewards), size):
        group = rewards[start:start + size]
        mean = sum(group) / size
        std = (sum((r - mean) ** 2 for r in group) / (size - 1)) ** 0.5
        result += [(r - mean) / (std + 0.0001) for r in group]
    return result

print("one of four:", rounded(leave_one_out([1, 0, 0, 0], 4)), rounded(group_relative([1, 0, 0, 0], 4)))
print("two prompts:", rounded(leave_one_out([1, 0, 5, 9], 2)), rounded(group_relative([1, 0, 5, 9], 2)))
print("all alike:  ", rounded(leave_one_out([3, 3, 3], 3)), rounded(group_relative([3, 3, 3], 3)))
print("close:      ", rounded(leave_one_out([0.5, 0.51, 0.52], 3)), rounded(group_relative([0.5, 0.51, 0.52], 3)))
print("below zero: ", rounded(leave_one_out([-2, 1, 4, 0, 0, 6], 3)), rounded(group_relative([-2, 1, 4, 0, 0, 6], 3)))
print("nothing:    ", leave_one_out([], 2), group_relative([], 2))
