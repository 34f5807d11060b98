# message: Line 1 is "One or two answers of 1 to 12 letters: False"
answers = ["a" * 40]

policy = imitate(answers)
shown = sum(probability(policy, answer) for answer in set(answers))
allowed = 1 <= len(answers) <= 2 and all(1 <= len(a) <= 12 and a.isalpha() for a in answers)
print("One or two answers of 1 to 12 letters:", allowed)
print("It writes what was not shown in more than 9 of 10 cases:", shown < 0.1)
