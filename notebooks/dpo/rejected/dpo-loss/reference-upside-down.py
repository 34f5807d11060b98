# message: Line 1 is "untrained:      loss 0.5544   margin 0.3000", expected "untrained:      loss 0.6931   margin 0.0000".
# Subtracts what should be added for the rejected answer.
from math import exp, log1p

def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    margin = beta * (sum(policy_chosen) - sum(reference_chosen) - sum(policy_rejected) - sum(reference_rejected))
    return max(0.0, -margin) + log1p(exp(-abs(margin))), margin

show("untrained:", dpo_loss([-1.0, -2.0], [-1.5], [-1.0, -2.0], [-1.5], 0.1))
show("as in the quiz:", dpo_loss([-5.0, -7.0], [-14.0], [-6.0, -7.0], [-13.5], 0.1))
show("wrong order:", dpo_loss([-3.0], [-1.0, -1.0, -1.0], [-1.0], [-2.0, -2.0, -2.0], 0.5))
show("very right:", dpo_loss([-1.0], [-4000.0], [-1.0], [-2.0], 1.0))
show("very wrong:", dpo_loss([-4000.0], [-1.0], [-2.0], [-1.0], 1.0))
