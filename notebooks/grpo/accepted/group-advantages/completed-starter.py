def leave_one_out(rewards, size):
    """
    Each reward minus the mean of the other rewards of its group.

    rewards: numbers; the first `size` of them belong to the first prompt,
    the next `size` to the second, and so on.
    size: answers a prompt, at least 2; it divides the number of rewards.

    Return a new list, in the same order. Without rewards it is empty.
    """
    result = []
    for start in range(0, len(rewards), size):
        group = rewards[start:start + size]
        for r in group:
            result.append(r - (sum(group) - r) / (size - 1))
    return result

def group_relative(rewards, size):
    """
    (reward - mean) / (std + 0.0001), mean and std of the reward's group.

    std is the square root of the sum of squared distances from the mean,
    divided by size - 1. Arguments and result as above.
    """
    result = []
    for start in range(0, len(rewards), size):
        group = rewards[start:start + size]
        mean = sum(group) / size
        squares = sum((r - mean) ** 2 for r in group)
        std = (squares / (size - 1)) ** 0.5
        for r in group:
            result.append((r - mean) / (std + 0.0001))
    return result

print("one of four:", rounded(leave_one_out([1, 0, 0, 0], 4)), rounded(group_relative([1, 0, 0, 0], 4)))
print("two prompts:", rounded(leave_one_out([1, 0, 5, 9], 2)), rounded(group_relative([1, 0, 5, 9], 2)))
print("all alike:  ", rounded(leave_one_out([3, 3, 3], 3)), rounded(group_relative([3, 3, 3], 3)))
print("close:      ", rounded(leave_one_out([0.5, 0.51, 0.52], 3)), rounded(group_relative([0.5, 0.51, 0.52], 3)))
print("below zero: ", rounded(leave_one_out([-2, 1, 4, 0, 0, 6], 3)), rounded(group_relative([-2, 1, 4, 0, 0, 6], 3)))
print("nothing:    ", leave_one_out([], 2), group_relative([], 2))
