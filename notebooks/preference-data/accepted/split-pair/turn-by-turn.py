# Goes from one marker to the next, as long as both texts are the same up to there.
def split_pair(chosen, rejected):
    start = None
    place = chosen.find(TURN)
    while place != -1:
        end = place + len(TURN)
        if rejected[:end] != chosen[:end]:
            break
        start = end
        place = chosen.find(TURN, place + 1)
    if start is None:
        return None
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
