# message: Line 1 is "plain       [¶Human: Why?] [¶Assistant: Rain.] [¶Assistant: Wind.]"
def split_pair(chosen, rejected):
    same = 0
    while same < min(len(chosen), len(rejected)) and chosen[same] == rejected[same]:
        same += 1
    place = chosen[:same].rfind(TURN)
    if place == -1:
        return None
    return chosen[:place], chosen[place:], rejected[place:]

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
