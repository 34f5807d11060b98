// @ts-check
/**
 * Follows a page of the documentation word by word: writes the files that it has its reader write, runs its
 * commands in their order, and looks for what it says that they print. Leaves the clone as it was.
 *
 *   ```sh                    commands; with `exit=1`, the last one ends so
 *   ```text                  lines that the last command prints, or begins to print
 *   ````markdown file=NAME   a file; `append=NAME` adds to it, `before=LINE file=NAME` puts it before that line
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup/step.mjs';

/** The pages, and what following them makes. */
const PAGES = [
  {
    page: 'README.md',
    makes: ['dist', 'lesson.ipynb', 'assignment.ipynb', 'grades.csv', 'my-course']
  },
  { page: 'docs/first-lesson.md', makes: ['my-first-course', 'my-first-site'] },
  {
    page: 'docs/grading-submissions.md',
    makes: ['handed-out', 'handed-in', 'grades.json', 'grades.csv', 'feedback']
  }
];
/** This very run. */
const NOT_HERE = ['npm test'];

let failures = 0;
const wanted = process.argv.slice(2);
for (const { page, makes } of PAGES) {
  if (wanted.length > 0 && !wanted.includes(page)) continue;
  process.stdout.write(`${page}\n`);
  const taken = makes.filter((name) => existsSync(join(root, name)));
  if (taken.length > 0) fail(`${taken.join(', ')} would be overwritten: move it away first.`);
  try {
    await follow(fences(readFileSync(join(root, page), 'utf8')), page);
  } finally {
    for (const name of makes) rmSync(join(root, name), { recursive: true, force: true });
  }
}
process.exit(failures === 0 ? 0 : 1);

/** @typedef {{ language: string, options: Record<string, string>, text: string }} Fence */

/** @param {string} text @returns {Fence[]} */
function fences(text) {
  return [...text.matchAll(/^(`{3,})(\w+)([^\n]*)\n([\s\S]*?)\n\1$/gm)].map((match) => ({
    language: match[2] ?? '',
    options: Object.fromEntries(
      (match[3] ?? '')
        .trim()
        .split(' ')
        .map((option) => option.split('='))
    ),
    text: match[4] ?? ''
  }));
}

/** @param {Fence[]} page @param {string} name */
async function follow(page, name) {
  let ran = 0;
  let printed = '';
  // A new file may stand after the first command that wants it.
  /** @param {Fence} fence */
  const isNew = ({ language, options }) =>
    language === 'markdown' && options.file !== undefined && options.before === undefined;
  for (const { options, text } of page.filter(isNew)) write(options, `${text}\n`);
  for (const { language, options, text } of page.filter((fence) => !isNew(fence))) {
    if (language === 'markdown') write(options, `${text}\n`);
    if (language === 'text') {
      for (const line of text.split('\n')) report(`  prints "${line}"`, lookFor(line, printed));
    }
    if (language !== 'sh') continue;
    const commands = commandsOf(text);
    for (const [index, command] of commands.entries()) {
      ran++;
      const startedAt = Date.now();
      const exit = index === commands.length - 1 ? Number(options.exit ?? 0) : 0;
      const done = await (command.startsWith('npm start') ? serve(command) : finish(command, exit));
      printed = done.printed;
      report(`${command} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`, done.problem);
    }
  }
  if (ran < 5) fail(`${name} has lost its commands.`);
}

/** @param {string} block */
function commandsOf(block) {
  return block
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !NOT_HERE.includes(line));
}

/** @param {Record<string, string>} options @param {string} text */
function write({ file, append, before }, text) {
  const path = join(root, file ?? append ?? fail('a markdown fence names no file'));
  mkdirSync(dirname(path), { recursive: true });
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before !== undefined)
    writeFileSync(path, old.replace(`\n${before}\n`, `\n${text}${before}\n`));
  else writeFileSync(path, append === undefined ? text : old + text);
}

/** @param {string} line @param {string} printed @returns {string | null} */
function lookFor(line, printed) {
  return printed.split('\n').some((said) => said.includes(line)) ? null : printed;
}

/** @param {string} what @param {string | null} problem */
function report(what, problem) {
  process.stdout.write(`${problem === null ? '✓' : '✗'} ${what}\n`);
  if (problem === null) return;
  failures++;
  process.stdout.write(`${problem.replace(/^/gm, '    ')}\n`);
}

/** @param {string} command */
function start(command) {
  // A group of its own, so that Ctrl-C reaches npm and what it has started, as in a terminal.
  // With its set-up, which a test leaves out elsewhere.
  const { LECTERN_SETUP: _, ...rest } = process.env;
  // What it prints is compared with the page, which has no colours.
  const env = { ...rest, NO_COLOR: '1' };
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

/** @typedef {{ problem: string | null, printed: string }} Done */

/** @param {string} command @param {number} exit @returns {Promise<Done>} */
async function finish(command, exit) {
  const { said, ended } = start(command);
  const code = await ended;
  const problem = code === exit ? null : `ended with ${code}:\n${said.text}`;
  return { problem, printed: said.text };
}

/** @param {string} command @returns {Promise<Done>} */
async function serve(command) {
  return { problem: await askForPage(command), printed: '' };
}

/** Waits for the address, asks for the page, then presses Ctrl-C. @param {string} command */
async function askForPage(command) {
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
