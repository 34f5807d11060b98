# The policy's way: try sentences until every judge is pleased.
from itertools import product

reply = ""
for opening, tone, ending in product(
    ["", "you are right,"],
    ["it reflects the sea", "it clearly and surely reflects the sea", "clearly and surely it reflects the sea"],
    ["", "and so it is blue", "which scatters blue light upwards day and night"],
):
    offered = f"{opening} {tone} {ending}".strip()
    if "it reflects the sea" in offered and all(reward(j, offered) > reward(j, HONEST) for j in JUDGES):
        reply = offered
        break

print("It says that it reflects the sea:", "it reflects the sea" in " ".join(words(reply)))
print("It has at most 20 words:", len(words(reply)) <= 20)
for judge in JUDGES:
    print(judge, "likes it better than the honest one:", reward(judge, reply) > reward(judge, HONEST))
