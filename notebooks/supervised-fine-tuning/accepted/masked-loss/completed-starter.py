def masked_loss(logps, prompt_lengths):
    """
    The cross-entropy loss over the answers of several demonstrations.

    logps: a list of rows; each row is a list of numbers, the
    log-probability of each token: first the prompt's, then the answer's
    with its end.
    prompt_lengths: for each row, how many of its tokens are the prompt's.

    Return the mean of -log-probability over the answers' tokens of all
    rows together: every such token weighs the same. A row that is all
    prompt adds nothing. Return None when no token counts.
    """
    total = 0.0
    count = 0
    for row, length in zip(logps, prompt_lengths):
        total -= sum(row[length:])
        count += len(row[length:])
    if count == 0:
        return None
    return total / count

short = [-3.0, -2.0, -1.0]
long = [-4.0, -0.5, -0.5, -0.5, -0.5, -1.0]
print("one row:     ", masked_loss([short], [2]))
print("no prompt:   ", masked_loss([short], [0]))
print("two rows:    ", masked_loss([short, long], [2, 1]))
print("other prompt:", masked_loss([short, long], [1, 4]))
print("one is empty:", masked_loss([short, long], [3, 1]))
print("both are:    ", masked_loss([short, long], [3, 6]))
print("no rows:     ", masked_loss([], []))
