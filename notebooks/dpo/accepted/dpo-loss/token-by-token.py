import math

def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    margin = 0.0
    for p, q in zip(policy_chosen, reference_chosen):
        margin += beta * (p - q)
    for p, q in zip(policy_rejected, reference_rejected):
        margin -= beta * (p - q)
    size = abs(margin)
    loss = math.log1p(math.exp(-size))
    if margin < 0:
        loss += size
    return (loss, margin)

show("untrained:", dpo_loss([-1.0, -2.0], [-1.5], [-1.0, -2.0], [-1.5], 0.1))
show("as in the quiz:", dpo_loss([-5.0, -7.0], [-14.0], [-6.0, -7.0], [-13.5], 0.1))
show("wrong order:", dpo_loss([-3.0], [-1.0, -1.0, -1.0], [-1.0], [-2.0, -2.0, -2.0], 0.5))
show("very right:", dpo_loss([-1.0], [-4000.0], [-1.0], [-2.0], 1.0))
show("very wrong:", dpo_loss([-4000.0], [-1.0], [-2.0], [-1.0], 1.0))
