/** Cells of a lesson, run in the real sandbox. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '@lectern/grader';
import { createNodeSandbox } from '@lectern/grader/node';
import { parseLesson, type Diagnostic } from '@lectern/lesson';
import { checkCells } from './check-cells.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox();
});
afterAll(() => sandbox.dispose());

function check(body: string, front = ''): Promise<Diagnostic[]> {
  return checkCells(parseLesson(`---\nid: t\ntitle: T\n${front}---\n${body}`), () => sandbox);
}
const fence = (code: string, option = ''): string => `\`\`\`python ${option}\n${code}\n\`\`\`\n`;

it('runs cells from top to bottom, also those in directives', async () => {
  const text = `${fence('x = 1')}\n:::note\n${fence('x += 1\ndisplay(x)')}:::\n${fence('assert x == 2')}`;
  expect(await check(text)).toEqual([]);
});

it('tells which cell stops, on which line of the lesson, and goes on', async () => {
  const text = `${fence('x = 1')}\n${fence('y = x\nx / 0')}\n${fence('y += 1\n[][y]')}`;
  const found = await check(text);
  expect(found.map(({ rule, range }) => [rule, range.start.line])).toEqual([
    ['code/cell-fails', 9],
    ['code/cell-fails', 14]
  ]);
  expect(found[0]?.message).toBe(
    'This cell stops with ZeroDivisionError on line 11: division by zero.'
  );
});

it('wants `raises` to raise', async () => {
  const found = await check(`${fence('1 / 0', 'raises')}\n${fence('1 / 1', 'raises')}`);
  expect(found.map(({ rule, range }) => [rule, range.start.line])).toEqual([
    ['code/does-not-raise', 9]
  ]);
});

it.each([
  ['input("?")', '', 'it asks for input'],
  [
    'import asyncio\nawait asyncio.get_running_loop().create_future()',
    '',
    'it waits for something'
  ],
  ['import numpy', 'packages: [numpy]\n', 'it needs a package'],
  ['import lectern.preference as pref', '', 'it needs what only a notebook of the site has']
])('leaves %j to the browser, and says so', async (code, front, why) => {
  const [only, ...more] = await check(`${fence(code)}\n${fence('1 / 0')}`, front);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ rule: 'code/not-run', severity: 'info' });
  expect(only?.message).toContain(why);
});
