# message: Line 2 is "('It fails rarely. Really rarely.', ['promise nothing', 'be calm'])"
# Reports what was wrong with the draft, and not what is wrong with the revision.
def revise(text, guide, passes):
    objected = []
    for _ in range(passes):
        for name, wrong, right in guide:
            if wrong in text:
                if name not in objected:
                    objected.append(name)
                text = text.replace(wrong, right)
    return text, objected

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
