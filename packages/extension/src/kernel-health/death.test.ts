import { expect, test } from 'vitest';
import { deathIn, deathNotice } from './death.js';

const fatal = (cause: string): string =>
  `Pyodide has suffered a fatal error. Please report this to the Pyodide maintainers.\nThe cause of the error was: ${cause}`;

test.each([
  ['Pyodide has exited and can no longer be used.', 'exited'],
  [fatal('RuntimeError\nmemory access out of bounds'), 'fatal'],
  [fatal('RangeError\nArray buffer allocation failed'), 'memory'],
  [fatal('RangeError\nMaximum call stack size exceeded'), 'calls'],
  ['Python can run no more cells. The cause was: PythonError: MemoryError', 'memory'],
  [fatal('InternalError\ntoo much recursion'), 'calls']
])('the kernel’s last words say why it ended: %s', (text, death) => {
  expect(deathIn(text)).toBe(death);
});

test('other words in the log are no end', () => {
  expect(deathIn('MemoryError: out of memory')).toBeNull();
  expect(deathIn('It is said that Pyodide has exited')).toBeNull();
});

test('each end is told with what is kept', () => {
  for (const death of ['exited', 'memory', 'calls', 'fatal', 'unstarted', 'unknown'] as const) {
    expect(deathNotice(death)).toContain('Your notebook and its outputs are kept');
  }
});
