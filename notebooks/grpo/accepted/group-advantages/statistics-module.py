from statistics import fmean, stdev

def leave_one_out(rewards, size):
    result = []
    for i, reward in enumerate(rewards):
        first = i - i % size
        others = rewards[first:i] + rewards[i + 1:first + size]
        result.append(reward - fmean(others))
    return result

def group_relative(rewards, size):
    result = []
    for first in range(0, len(rewards), size):
        group = rewards[first:first + size]
        result.extend((r - fmean(group)) / (stdev(group) + 1e-4) for r in group)
    return result

print("one of four:", rounded(leave_one_out([1, 0, 0, 0], 4)), rounded(group_relative([1, 0, 0, 0], 4)))
print("two prompts:", rounded(leave_one_out([1, 0, 5, 9], 2)), rounded(group_relative([1, 0, 5, 9], 2)))
print("all alike:  ", rounded(leave_one_out([3, 3, 3], 3)), rounded(group_relative([3, 3, 3], 3)))
print("close:      ", rounded(leave_one_out([0.5, 0.51, 0.52], 3)), rounded(group_relative([0.5, 0.51, 0.52], 3)))
print("below zero: ", rounded(leave_one_out([-2, 1, 4, 0, 0, 6], 3)), rounded(group_relative([-2, 1, 4, 0, 0, 6], 3)))
print("nothing:    ", leave_one_out([], 2), group_relative([], 2))
