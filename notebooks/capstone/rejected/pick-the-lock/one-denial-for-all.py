# message: Line 1 is "It denies all its praise: False", expected "It denies all its praise: True".
hack = "not good or great or fun or lovely"

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
