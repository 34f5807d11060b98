def split_pair(chosen, rejected):
    """
    Split a row of the HH-RLHF format.

    chosen, rejected: two texts, dialogues that begin alike.

    Their common part is the longest text with which both begin. The
    prompt is the common part up to and including the last TURN in it.
    Return (prompt, the rest of chosen, the rest of rejected), three texts
    in which nothing is changed or taken away. Return None when the common
    part holds no whole TURN.
    """
    same = 0
    while same < min(len(chosen), len(rejected)) and chosen[same] == rejected[same]:
        same += 1
    start = chosen[:same].rfind(TURN)
    if start == -1:
        return None
    start += len(TURN)
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
