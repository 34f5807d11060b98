# Runs bytecode that no compiler makes.
# seen: next
# must: error failed timed-out

def broken():
    pass


code = broken.__code__
broken.__code__ = code.replace(co_code=bytes([101, 255] * 40), co_stacksize=1)
broken()
