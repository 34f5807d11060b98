from functools import reduce

def revise(text, guide, passes):
    if passes <= 0:
        return text, [name for name, wrong, _ in guide if wrong in text]
    return revise(reduce(lambda draft, rule: draft.replace(rule[1], rule[2]), guide, text), guide, passes - 1)

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
