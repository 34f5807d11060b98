# Writes to the descriptor of standard output without end.
# seen: flood
# must: timed-out failed error out-of-memory
# chromium: no meaning: a page reads messages, not output: see flood-post-message

import os

line = b"x" * 99_999 + b"\n"
while True:
    try:
        os.write(1, line)
    except OSError:  # the pipe is full
        pass
