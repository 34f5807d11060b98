def revise(text, guide, passes):
    """
    Revise a text by a style guide.

    text: the draft.
    guide: a list of (name, wrong, right), three texts each. A rule
    objects when `wrong` stands in the text as it is at that moment; then
    every `wrong` in it is replaced by `right`.
    passes: how often the whole guide is gone over, in its order.

    Return (the revised text, a list of the names of the rules that object
    to the revised text, in the order of the guide).
    """
    for _ in range(passes):
        for name, wrong, right in guide:
            if wrong in text:
                text = text.replace(wrong, right)
    objecting = []
    for name, wrong, right in guide:
        if wrong in text:
            objecting.append(name)
    return text, objecting

house = [
    ("be exact", "rarely", "in 1 of 100 cases"),
    ("promise nothing", "never", "rarely"),
    ("be calm", "!", "."),
]
quarrel = [("be brief", "Thank you. Bye.", "Bye."), ("be polite", "Bye.", "Thank you. Bye.")]
endless = [("be modest", "good", "fairly good")]

print(revise("Restart it.", house, 1))
print(revise("It fails never! Really never!", house, 1))
print(revise("It fails never! Really never!", house, 2))
print(revise("It fails never!", house, 0))
print(revise("Bye.", quarrel, 3))
print(revise("Thank you. Bye.", quarrel, 1))
print(revise("A good idea.", endless, 3))
print(revise("Anything goes!", [], 2))
