"""The same training in numpy and in PyTorch: `peers.py numpy|torch linear|mlp|dpo STEPS` prints seconds a step."""

import sys
import time

BATCH, BATCHES, FEATURES, HIDDEN, PROMPTS, RESPONSES = 256, 8, 64, 128, 32, 64
LEARNING_RATE, BETA = 0.01, 0.1
PAIRS = BATCH * BATCHES


def numpy_linear():
    """The gradient by hand, everything in place, the differences made beforehand."""
    import numpy as np

    random = np.random.default_rng(1)
    differences = random.standard_normal((PAIRS, FEATURES), dtype=np.float32)
    batches = [differences[i * BATCH : (i + 1) * BATCH] for i in range(BATCHES)]
    weights, first, second = (np.zeros(FEATURES, np.float32) for _ in range(3))

    def step(index):
        x = batches[index % BATCHES]
        slopes = -1 / (1 + np.exp(x @ weights)) / BATCH
        gradient = slopes.astype(np.float32) @ x
        first[:] = 0.9 * first + 0.1 * gradient
        second[:] = 0.999 * second + 0.001 * gradient * gradient
        rate = LEARNING_RATE / (1 - 0.9 ** (index + 1))
        weights[:] -= rate * first / (np.sqrt(second / (1 - 0.999 ** (index + 1))) + 1e-8)

    return step


def torch_training(loss, parameters):
    import torch

    optimizer = torch.optim.Adam(parameters, lr=LEARNING_RATE)

    def step(index):
        optimizer.zero_grad(set_to_none=True)
        loss(index % BATCHES).backward()
        optimizer.step()

    return step


def torch_reward(hidden):
    import torch

    torch.manual_seed(1)
    chosen = torch.randn(PAIRS, FEATURES).split(BATCH)
    rejected = torch.randn(PAIRS, FEATURES).split(BATCH)
    both = [torch.cat(pair) for pair in zip(chosen, rejected)]
    layers = (
        [torch.nn.Linear(FEATURES, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 1, bias=False)]
        if hidden
        else [torch.nn.Linear(FEATURES, 1, bias=False)]
    )
    model = torch.nn.Sequential(*layers)

    def loss(batch):
        good, bad = model(both[batch]).split(BATCH)
        return -torch.nn.functional.logsigmoid(good - bad).mean()

    return torch_training(loss, model.parameters())


def torch_dpo():
    import torch

    torch.manual_seed(2)
    prompts = torch.randint(PROMPTS, (PAIRS,))
    good, bad = (
        (prompts * RESPONSES + torch.randint(RESPONSES, (PAIRS,))).split(BATCH) for _ in range(2)
    )
    start = 0.1 * torch.randn(PROMPTS, RESPONSES)
    reference = torch.log_softmax(start, 1).reshape(-1)
    fixed = [reference[one] - reference[other] for one, other in zip(good, bad)]
    policy = start.clone().requires_grad_()

    def loss(batch):
        logps = torch.log_softmax(policy, 1).reshape(-1)
        margin = logps[good[batch]] - logps[bad[batch]] - fixed[batch]
        return -torch.nn.functional.logsigmoid(BETA * margin).mean()

    return torch_training(loss, [policy])


TRAININGS = {
    ("numpy", "linear"): numpy_linear,
    ("torch", "linear"): lambda: torch_reward(0),
    ("torch", "mlp"): lambda: torch_reward(HIDDEN),
    ("torch", "dpo"): torch_dpo,
}


def main():
    library, task, steps = sys.argv[1], sys.argv[2], int(sys.argv[3])
    step = TRAININGS[library, task]()
    for index in range(20):
        step(index)
    started_at = time.perf_counter()
    for index in range(20, 20 + steps):
        step(index)
    print((time.perf_counter() - started_at) / steps)


main()
