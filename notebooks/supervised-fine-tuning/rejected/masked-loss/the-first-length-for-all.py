# message: Line 3 is "two rows:     0.7", expected "two rows:     0.6666666666666666".
def masked_loss(logps, prompt_lengths):
    if not logps:
        return None
    length = prompt_lengths[0]
    marked = [-logp for row in logps for logp in row[length:]]
    return sum(marked) / len(marked) if marked else None

short = [-3.0, -2.0, -1.0]
long = [-4.0, -0.5, -0.5, -0.5, -0.5, -1.0]
print("one row:     ", masked_loss([short], [2]))
print("no prompt:   ", masked_loss([short], [0]))
print("two rows:    ", masked_loss([short, long], [2, 1]))
print("other prompt:", masked_loss([short, long], [1, 4]))
print("one is empty:", masked_loss([short, long], [3, 1]))
print("both are:    ", masked_loss([short, long], [3, 6]))
print("no rows:     ", masked_loss([], []))
