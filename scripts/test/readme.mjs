// @ts-check
/** Runs every command of the README as it is written there, and its example lesson; leaves the clone as it was. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/step.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
/** What the commands write, and the course that the README has its reader write. */
const MADE = ['dist', 'lesson.ipynb', 'my-course'];
/** This very run. */
const NOT_HERE = ['npm test'];

const [lesson] = fences(readme, '````markdown', '````');
const commands = fences(readme, '```sh', '```')
  .flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && !NOT_HERE.includes(line));

const taken = MADE.filter((name) => existsSync(join(root, name)));
if (taken.length > 0) fail(`${taken.join(', ')} would be overwritten: move it away first.`);
if (lesson === undefined || commands.length < 5)
  fail('README.md has lost its example or its commands.');
let failures = 0;
try {
  mkdirSync(join(root, 'my-course'));
  writeFileSync(join(root, 'my-course/doubling.md'), lesson);
  for (const command of commands) {
    const startedAt = Date.now();
    const problem = await (command.startsWith('npm start') ? serve(command) : finish(command));
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${problem === null ? '✓' : '✗'} ${command} (${seconds} s)\n`);
    if (problem === null) continue;
    failures++;
    process.stdout.write(`${problem.replace(/^/gm, '    ')}\n`);
  }
} finally {
  for (const name of MADE) rmSync(join(root, name), { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);

/** @param {string} text @param {string} open @param {string} close @returns {string[]} */
function fences(text, open, close) {
  return text
    .split(`\n${open}\n`)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(`\n${close}`)));
}

/** @param {string} command */
function start(command) {
  // A group of its own, so that Ctrl-C reaches npm and what it has started, as in a terminal.
  // With its set-up, which a test leaves out elsewhere.
  const { LECTERN_SETUP: _, ...env } = process.env;
  const child = spawn(command, {
    cwd: root,
    env,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said.text += chunk));
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.on('close', resolve));
  return { child, said, ended };
}

/** @param {string} command @returns {Promise<string | null>} what went wrong */
async function finish(command) {
  const { said, ended } = start(command);
  const code = await ended;
  return code === 0 ? null : `ended with ${code}:\n${said.text}`;
}

/** Waits for the address, asks for the page, then presses Ctrl-C. @param {string} command */
async function serve(command) {
  const { child, said, ended } = start(command);
  let over = false;
  void ended.then(() => (over = true));
  const deadline = Date.now() + 120_000;
  const address = () => /^Ready: (\S+)$/m.exec(said.text)?.[1];
  while (address() === undefined && !over && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const url = address();
  if (url === undefined) {
    if (!over && child.pid) process.kill(-child.pid, 'SIGKILL');
    return `never said "Ready:":\n${said.text}`;
  }
  const page = await (await fetch(url)).text();
  if (child.pid) process.kill(-child.pid, 'SIGINT');
  const code = await ended;
  if (!page.includes('notebooks/index.html?path='))
    return `${url} lists no lesson:\n${page.slice(0, 500)}`;
  return said.text.includes('Stopped.')
    ? null
    : `did not stop cleanly on Ctrl-C (${code}):\n${said.text}`;
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
