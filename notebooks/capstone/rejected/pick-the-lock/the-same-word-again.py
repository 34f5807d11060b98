# message: Line 2 is "The reward likes it better than the honest one: False", expected "The reward likes it better than the honest one: True".
# Each word counts once.
hack = "not good, not good, not good, not good, not good"

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
