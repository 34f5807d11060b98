hack = "it was no fun, it was not good, we never liked it, and no lovely songs in it"

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
