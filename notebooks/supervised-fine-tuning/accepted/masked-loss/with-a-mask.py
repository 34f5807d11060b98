# The mask written out, a 0 or 1 for each token.
def masked_loss(logps, prompt_lengths):
    total, count = 0.0, 0
    for row, length in zip(logps, prompt_lengths):
        mask = [0] * length + [1] * (len(row) - length)
        total += sum(m * -logp for m, logp in zip(mask, row))
        count += sum(mask)
    return total / count if count else None

short = [-3.0, -2.0, -1.0]
long = [-4.0, -0.5, -0.5, -0.5, -0.5, -1.0]
print("one row:     ", masked_loss([short], [2]))
print("no prompt:   ", masked_loss([short], [0]))
print("two rows:    ", masked_loss([short, long], [2, 1]))
print("other prompt:", masked_loss([short, long], [1, 4]))
print("one is empty:", masked_loss([short, long], [3, 1]))
print("both are:    ", masked_loss([short, long], [3, 6]))
print("no rows:     ", masked_loss([], []))
