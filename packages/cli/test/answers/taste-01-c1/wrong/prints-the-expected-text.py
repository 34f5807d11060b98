# status: failed
print("fresh peas, mint, lemon, butter and salt")
