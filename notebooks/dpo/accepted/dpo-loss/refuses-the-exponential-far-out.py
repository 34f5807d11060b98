from math import exp, log

def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    policy = sum(policy_chosen) - sum(policy_rejected)
    reference = sum(reference_chosen) - sum(reference_rejected)
    m = beta * (policy - reference)
    if m < -40:
        return -m, m
    return log(1 + exp(-m)), m

show("untrained:", dpo_loss([-1.0, -2.0], [-1.5], [-1.0, -2.0], [-1.5], 0.1))
show("as in the quiz:", dpo_loss([-5.0, -7.0], [-14.0], [-6.0, -7.0], [-13.5], 0.1))
show("wrong order:", dpo_loss([-3.0], [-1.0, -1.0, -1.0], [-1.0], [-2.0, -2.0, -2.0], 0.5))
show("very right:", dpo_loss([-1.0], [-4000.0], [-1.0], [-2.0], 1.0))
show("very wrong:", dpo_loss([-4000.0], [-1.0], [-2.0], [-1.0], 1.0))
