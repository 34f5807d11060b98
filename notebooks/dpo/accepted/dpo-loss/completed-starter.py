from math import exp, log1p

def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """
    The DPO loss of one pair, and its margin.

    The first four are lists: the log-probability of each token of the
    chosen and of the rejected answer, under the policy and under the
    reference. beta is a number above 0.

    Return (loss, margin), where
    margin = beta * (log-ratio of the chosen answer - that of the rejected),
    loss = -log(sigmoid(margin)): a finite number for every margin.
    """
    chosen = sum(policy_chosen) - sum(reference_chosen)
    rejected = sum(policy_rejected) - sum(reference_rejected)
    margin = beta * (chosen - rejected)
    if margin >= 0:
        return log1p(exp(-margin)), margin
    return -margin + log1p(exp(margin)), margin

show("untrained:", dpo_loss([-1.0, -2.0], [-1.5], [-1.0, -2.0], [-1.5], 0.1))
show("as in the quiz:", dpo_loss([-5.0, -7.0], [-14.0], [-6.0, -7.0], [-13.5], 0.1))
show("wrong order:", dpo_loss([-3.0], [-1.0, -1.0, -1.0], [-1.0], [-2.0, -2.0, -2.0], 0.5))
show("very right:", dpo_loss([-1.0], [-4000.0], [-1.0], [-2.0], 1.0))
show("very wrong:", dpo_loss([-4000.0], [-1.0], [-2.0], [-1.0], 1.0))
