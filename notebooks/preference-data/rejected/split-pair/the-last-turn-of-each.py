# message: Line 4 is "one goes on [¶Human: Why?¶Assistant: Rain.¶Human: Why?¶Assistant: ] [It fell.] [Wind.]"
# Takes for granted that both dialogues have the same number of turns.
def split_pair(chosen, rejected):
    if TURN not in chosen or TURN not in rejected:
        return None
    start = chosen.rfind(TURN) + len(TURN)
    other = rejected.rfind(TURN) + len(TURN)
    return chosen[:start], chosen[start:], rejected[other:]

ask = "\n\nHuman: Why?"
rows = {
    "plain": (ask + TURN + "Rain.", ask + TURN + "Wind."),
    "begin alike": (ask + TURN + "Because of rain.", ask + TURN + "Because of wind."),
    "two turns": (ask + TURN + "Why what?" + ask + TURN + "Rain.", ask + TURN + "Why what?" + ask + TURN + "No idea."),
    "one goes on": (ask + TURN + "Rain." + ask + TURN + "It fell.", ask + TURN + "Wind."),
    "nothing": (ask + TURN + "Rain.", ask + TURN),
    "no turn": ("Rain.", "Rain, I think."),
}
for name, (chosen, rejected) in rows.items():
    print(f"{name:11}", shown(split_pair(chosen, rejected)))
