// @ts-check
/**
 * `npm test`: the set-up, then every check, each even where an earlier one has failed; says what ran.
 * With names (`npm test -- unit journeys`) only those.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './setup/index.mjs';
import { pythonIn } from './setup/python.mjs';
import { root, SetupError } from './setup/step.mjs';
import { findOrInstallChromium } from './test/chromium.mjs';

const reports = join(root, '.cache/test-reports');
const python = pythonIn('.venv-tests');

/** @type {{ name: string, what: string, command: string, args: string[], report?: string }[]} */
const CHECKS = [
  { name: 'lint', what: 'ESLint', command: 'npx', args: ['eslint', '.'] },
  {
    name: 'format',
    what: 'Prettier',
    command: 'npx',
    args: ['prettier', '--check', '--log-level=warn', '.']
  },
  { name: 'types', what: 'TypeScript', command: 'npx', args: ['tsc', '-b'] },
  {
    name: 'types-tests',
    what: 'TypeScript of the journeys and scripts',
    command: 'npx',
    args: ['tsc', '-p', 'tsconfig.tools.json']
  },
  {
    name: 'unit',
    what: 'unit tests',
    command: 'npx',
    args: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`
    ],
    report: 'unit.json'
  },
  {
    name: 'python',
    what: 'unit tests in Python',
    command: python,
    args: ['-m', 'unittest', 'discover', 'packages/grader/python']
  },
  {
    name: 'python-preference',
    what: 'unit tests of preference learning in Python',
    command: python,
    args: ['-m', 'unittest', 'discover', 'packages/preference-python/python']
  },
  {
    name: 'pages',
    what: 'every command of the README and of the tutorial',
    command: process.execPath,
    args: ['scripts/test/pages.mjs']
  },
  {
    name: 'journeys',
    what: 'browser journeys',
    command: 'npx',
    args: ['playwright', 'test', '-c', 'ui-tests'],
    report: 'journeys.json'
  },
  {
    name: 'firefox',
    what: 'the main journey in Firefox',
    command: 'npx',
    args: ['playwright', 'test', '-c', 'ui-tests/firefox.config.ts'],
    report: 'firefox.json'
  },
  {
    name: 'boot',
    what: 'the way to the first output, beside plain JupyterLite',
    command: process.execPath,
    args: ['scripts/test/boot.mjs']
  }
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `lectern: no check is named ${unknown.join(', ')}. There are: ${CHECKS.map(({ name }) => name).join(', ')}.\n`
  );
  process.exit(2);
}
const checks = CHECKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

await setUp({ site: true, tests: true });
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
/** @type {Record<string, string>} */
const env = { LECTERN_TEST_REPORTS: reports, LECTERN_SETUP: 'done' };
if (checks.some(({ name }) => name === 'journeys')) {
  try {
    env.LECTERN_CHROMIUM = await findOrInstallChromium();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`lectern: ${error.message}\n`);
    process.exit(2);
  }
}

const results = [];
for (const check of checks) {
  process.stdout.write(`\n── ${check.what}\n`);
  const startedAt = Date.now();
  const code = await runCheck(check);
  results.push({ ...check, code, seconds: (Date.now() - startedAt) / 1000, tests: testsOf(check) });
}

process.stdout.write('\n── What ran\n');
let passed = 0;
let failed = 0;
for (const { what, code, seconds, tests } of results) {
  const counts = tests ? `, ${tests.passed} passed, ${tests.failed} failed` : '';
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${what} (${seconds.toFixed(0)} s${counts})\n`);
  passed += tests?.passed ?? (code === 0 ? 1 : 0);
  // A runner that fails with no failed test failed all the same.
  failed += code === 0 ? 0 : Math.max(1, tests?.failed ?? 0);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** @param {{ command: string, args: string[] }} check @returns {Promise<number>} */
function runCheck({ command, args }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env }
    });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {{ name: string, report?: string }} check @returns {{ passed: number, failed: number } | null} */
function testsOf({ name, report }) {
  if (report === undefined) return null;
  try {
    const data = JSON.parse(readFileSync(join(reports, report), 'utf8'));
    if (name === 'unit') return { passed: data.numPassedTests, failed: data.numFailedTests };
    return { passed: data.stats.expected, failed: data.stats.unexpected + data.stats.flaky };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
