# message: Line 2 is "as in the quiz: loss 0.2014   margin 1.5000", expected "as in the quiz: loss 0.6210   margin 0.1500".
from math import exp, log1p

def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    chosen = sum(policy_chosen) - sum(reference_chosen)
    rejected = sum(policy_rejected) - sum(reference_rejected)
    margin = chosen - rejected
    return max(0.0, -margin) + log1p(exp(-abs(margin))), margin

show("untrained:", dpo_loss([-1.0, -2.0], [-1.5], [-1.0, -2.0], [-1.5], 0.1))
show("as in the quiz:", dpo_loss([-5.0, -7.0], [-14.0], [-6.0, -7.0], [-13.5], 0.1))
show("wrong order:", dpo_loss([-3.0], [-1.0, -1.0, -1.0], [-1.0], [-2.0, -2.0, -2.0], 0.5))
show("very right:", dpo_loss([-1.0], [-4000.0], [-1.0], [-2.0], 1.0))
show("very wrong:", dpo_loss([-4000.0], [-1.0], [-2.0], [-1.0], 1.0))
