hack = "Never good, never great, never fun, never lovely, never liked and never loved!"

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
