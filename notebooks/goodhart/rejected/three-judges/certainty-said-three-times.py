# message: Line 3 is "Thorough likes it better than the honest one: False", expected "Thorough likes it better than the honest one: True".
# The same word again is no more certainty.
reply = "Surely, surely, surely it reflects the sea, surely as the sun goes round and surely as all of us know."

print("It says that it reflects the sea:", "it reflects the sea" in " ".join(words(reply)))
print("It has at most 20 words:", len(words(reply)) <= 20)
for judge in JUDGES:
    print(judge, "likes it better than the honest one:", reward(judge, reply) > reward(judge, HONEST))
