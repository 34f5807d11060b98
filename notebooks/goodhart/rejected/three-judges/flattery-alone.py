# message: Line 3 is "Thorough likes it better than the honest one: False", expected "Thorough likes it better than the honest one: True".
reply = "You are right: clearly and certainly it reflects the sea."

print("It says that it reflects the sea:", "it reflects the sea" in " ".join(words(reply)))
print("It has at most 20 words:", len(words(reply)) <= 20)
for judge in JUDGES:
    print(judge, "likes it better than the honest one:", reward(judge, reply) > reward(judge, HONEST))
