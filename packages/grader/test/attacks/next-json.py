# Replaces functions of json.
# seen: next
# must: failed error

import json

json.loads = lambda text: []
json.JSONEncoder.encode = lambda self, value: "{}"
json.JSONEncoder.iterencode = lambda self, value, _one_shot=False: iter(["{}"])


def f(x):
    return 0
