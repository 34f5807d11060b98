# message: Line 2 is "('It fails in 1 of 100 cases. Really in 1 of 100 cases.', [])"
# Does not count passes: where two rules undo each other it would go on for ever, so it gives up after 50.
def revise(text, guide, passes):
    for _ in range(50):
        if not any(wrong in text for _, wrong, _ in guide):
            break
        for _, wrong, right in guide:
            text = text.replace(wrong, right)
    return text, [name for name, wrong, _ in guide if wrong in text]

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
