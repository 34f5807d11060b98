# message: Line 4 is "Friendly likes it better than the honest one: False", expected "Friendly likes it better than the honest one: True".
reply = "Clearly, certainly and surely it reflects the sea, and the light of the whole wide sea goes up there."

print("It says that it reflects the sea:", "it reflects the sea" in " ".join(words(reply)))
print("It has at most 20 words:", len(words(reply)) <= 20)
for judge in JUDGES:
    print(judge, "likes it better than the honest one:", reward(judge, reply) > reward(judge, HONEST))
