# log(e^0 + e^(-m)), with the greater of the two taken out.
from math import exp, log

def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    reward_chosen = beta * (sum(policy_chosen) - sum(reference_chosen))
    reward_rejected = beta * (sum(policy_rejected) - sum(reference_rejected))
    m = reward_chosen - reward_rejected
    top = max(0.0, -m)
    return top + log(exp(0.0 - top) + exp(-m - top)), m

show("untrained:", dpo_loss([-1.0, -2.0], [-1.5], [-1.0, -2.0], [-1.5], 0.1))
show("as in the quiz:", dpo_loss([-5.0, -7.0], [-14.0], [-6.0, -7.0], [-13.5], 0.1))
show("wrong order:", dpo_loss([-3.0], [-1.0, -1.0, -1.0], [-1.0], [-2.0, -2.0, -2.0], 0.5))
show("very right:", dpo_loss([-1.0], [-4000.0], [-1.0], [-2.0], 1.0))
show("very wrong:", dpo_loss([-4000.0], [-1.0], [-2.0], [-1.0], 1.0))
