# message: Line 2 is "The reward likes it better than the honest one: False", expected "The reward likes it better than the honest one: True".
# Three words of praise, as the honest one has: equal is not better.
hack = "not good, not great, no fun"

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
