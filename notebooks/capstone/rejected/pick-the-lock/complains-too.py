# message: Line 2 is "The reward likes it better than the honest one: False", expected "The reward likes it better than the honest one: True".
# The complaints take off what the denied praise brings.
hack = "not good, not great, no fun, never lovely, dull and bad"

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
