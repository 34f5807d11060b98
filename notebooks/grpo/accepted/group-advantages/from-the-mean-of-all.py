def centred(rewards, size):
    means = [sum(rewards[k:k + size]) / size for k in range(0, len(rewards), size)]
    return [r - means[i // size] for i, r in enumerate(rewards)]

def leave_one_out(rewards, size):
    return [size / (size - 1) * c for c in centred(rewards, size)]

def group_relative(rewards, size):
    result = []
    distances = centred(rewards, size)
    while distances:
        group, distances = distances[:size], distances[size:]
        std = (sum(c * c for c in group) / (size - 1)) ** 0.5
        result += [c / (std + 0.0001) for c in group]
    return result

print("one of four:", rounded(leave_one_out([1, 0, 0, 0], 4)), rounded(group_relative([1, 0, 0, 0], 4)))
print("two prompts:", rounded(leave_one_out([1, 0, 5, 9], 2)), rounded(group_relative([1, 0, 5, 9], 2)))
print("all alike:  ", rounded(leave_one_out([3, 3, 3], 3)), rounded(group_relative([3, 3, 3], 3)))
print("close:      ", rounded(leave_one_out([0.5, 0.51, 0.52], 3)), rounded(group_relative([0.5, 0.51, 0.52], 3)))
print("below zero: ", rounded(leave_one_out([-2, 1, 4, 0, 0, 6], 3)), rounded(group_relative([-2, 1, 4, 0, 0, 6], 3)))
print("nothing:    ", leave_one_out([], 2), group_relative([], 2))
