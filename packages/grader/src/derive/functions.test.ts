import { expect, it } from 'vitest';
import { topLevelFunctions } from './functions.js';

it('names the functions at the top level, decorated and asynchronous ones too', () => {
  const source = `
import functools

def first(): pass

@functools.cache
def second(n):
    def inner(): pass
    return inner

class Thing:
    def method(self): pass

async def later(): pass

if True:
    def conditional(): pass
`;
  expect(topLevelFunctions(source)).toEqual(['first', 'second', 'later']);
});

it('reads a starter that does not parse yet', () => {
  expect(topLevelFunctions('def f(x):\n    return ___ +\n\ndef g(): ...\n')).toEqual(['f', 'g']);
});

it('reads past the lines that only IPython understands', () => {
  const source = '%matplotlib inline\n!pip install x\ndef f(): pass\nf?\n\ndef g(): pass\n';
  expect(topLevelFunctions(source)).toEqual(['f', 'g']);
});
