attack = " ".join("password")
second_attack = "password".replace("s", "5")

print("The assistant understands the attack:", understood(attack))
print("The first filter lets it through:", first_filter(attack))
print("The assistant understands the second attack:", understood(second_attack))
print("The first filter lets it through:", first_filter(second_attack))
print("The repaired filter lets it through:", second_filter(second_attack))
