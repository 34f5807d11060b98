hack = " ".join("not " + word for word in sorted(PRAISE))

print("It denies all its praise:", denies_all_praise(hack))
print("The reward likes it better than the honest one:", second_reward(hack) > second_reward(HONEST))
