import { expect, it } from 'vitest';
import { topLevelFunctions } from './functions.js';

it('names the functions at the top level, decorated ones too', () => {
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
  expect(topLevelFunctions(source)).toEqual(['first', 'second']);
});

it('reads a starter that does not parse yet', () => {
  expect(topLevelFunctions('def f(x):\n    return ___ +\n\ndef g(): ...\n')).toEqual(['f', 'g']);
});
