# message: Line 3 is "two turns   [¶Human: Why?¶Assistant: ] [Why what?
def split_pair(chosen, rejected):
    place = chosen.find(TURN)
    if place == -1 or TURN not in rejected:
        return None
    start = place + len(TURN)
    return chosen[:start], chosen[start:], rejected[start:]

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
