# message: Line 1 is "one row:      0.3333333333333333", expected "one row:      1.0".
# The mask is applied to the sum and forgotten in the count.
def masked_loss(logps, prompt_lengths):
    total = 0.0
    count = 0
    for row, length in zip(logps, prompt_lengths):
        total -= sum(row[length:])
        count += len(row)
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
