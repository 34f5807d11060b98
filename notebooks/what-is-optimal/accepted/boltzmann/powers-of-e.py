from math import e

def boltzmann(reference, rewards, beta):
    top = max([rewards[i] for i in range(len(rewards)) if reference[i] > 0])
    result = []
    for i in range(len(reference)):
        if reference[i] == 0:
            result.append(0.0)
        else:
            result.append(reference[i] * e ** ((rewards[i] - top) / beta))
    z = sum(result)
    return [w / z for w in result]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
