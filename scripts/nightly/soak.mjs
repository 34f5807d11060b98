// @ts-check
/**
 * `node scripts/nightly/soak.mjs [SUBMISSIONS]`: grades a large class, and looks at what that leaves behind: memory that
 * grows, processes, temporary folders. In the first half minute V8 still makes room. Ends with 1 where there is any. Linux only: it reads /proc.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classAnswers, writeClass } from '../bench/class.mjs';
import { root } from '../setup/step.mjs';

const SAMPLE_MS = 500;
/** Between the second quarter and the last: what a heap gives and takes, and no more. */
const MOST_GROWTH = 0.15;
const SHOWN = 12;

const students = Number(process.argv[2] ?? 1200);
if (!Number.isInteger(students) || students < 4) {
  process.stderr.write('Say how many submissions: at least 4.\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'lectern-soak-'));
try {
  process.exitCode = (await soak()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function soak() {
  await writeClass(folder, classAnswers(students));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const { code, samples, graded, started } = await grade(temporary);
  const growth = growthOf(samples, ({ megabytes }) => megabytes);
  const growthInside = growthOf(samples, ({ interpreters }) => interpreters);
  const processes = [...processesOf(temporary), ...[...started].filter(isAlive)];
  const left = readdirSync(temporary);
  print(samples);
  const slope = (slopeOf(samples) * 60).toFixed(2);
  const problems = [
    ...(code === 0 ? [] : [`lectern grade ended with ${code}`]),
    ...(graded === students ? [] : [`${graded} of ${students} submissions were graded`]),
    ...(growth <= MOST_GROWTH ? [] : [`memory grew by ${(100 * growth).toFixed(0)} %`]),
    ...(growthInside <= MOST_GROWTH
      ? []
      : [`the interpreters' memory grew by ${(100 * growthInside).toFixed(0)} %`]),
    ...(processes.length === 0 ? [] : [`processes left: ${processes.join(', ')}`]),
    ...(left.length === 0 ? [] : [`temporary folders left: ${left.join(', ')}`])
  ];
  process.stdout.write(
    `${students} submissions; slope ${slope} MB a minute; second quarter to last: ${(100 * growth).toFixed(1)} %, ` +
      `in the interpreters ${(100 * growthInside).toFixed(1)} %; processes started: ${started.size}; ` +
      `processes left: ${processes.length}; temporary folders left: ${left.length}\n`
  );
  for (const problem of problems) process.stdout.write(`✗ ${problem}\n`);
  return problems.length === 0;
}

/** @typedef {{ seconds: number, megabytes: number, interpreters: number }} Sample resident memory of the parent process, and of all that it has started */

/** @param {string} temporary @returns {Promise<{ code: number | null, samples: Sample[], graded: number, started: Set<number> }>} */
function grade(temporary) {
  const args = ['grade', 'submitted', '--course', 'course', '--jobs', '2', '--json', '-'];
  const child = spawn(process.execPath, [join(root, 'bin/lectern.mjs'), ...args], {
    cwd: folder,
    env: { ...process.env, LECTERN_SETUP: 'done', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'ignore']
  });
  const startedAt = performance.now();
  /** @type {Sample[]} */
  const samples = [];
  /** @type {Set<number>} */
  const started = new Set();
  const timer = setInterval(() => {
    const megabytes = residentMB(child.pid);
    if (megabytes === null) return;
    const children = childrenOf(child.pid);
    for (const pid of children) started.add(pid);
    const interpreters = children.reduce((sum, pid) => sum + (residentMB(pid) ?? 0), 0);
    samples.push({ seconds: (performance.now() - startedAt) / 1000, megabytes, interpreters });
  }, SAMPLE_MS);
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, samples, graded: countGraded(printed), started });
    });
  });
}

/** @param {string} json */
function countGraded(json) {
  try {
    /** @type {{ submissions: { status: string }[] }} */
    const { submissions } = JSON.parse(json);
    return submissions.filter(({ status }) => status === 'graded').length;
  } catch {
    return 0;
  }
}

/** @param {number | undefined} pid */
function residentMB(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** @param {number | undefined} pid @returns {number[]} */
function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        // After the program's name, which is in brackets: the state, and the parent.
        const [, parent] =
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
        return Number(parent) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** @param {number} pid */
function isAlive(pid) {
  return residentMB(pid) !== null;
}

/** Those that were given a folder in `temporary`. @param {string} temporary @returns {string[]} */
function processesOf(temporary) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(temporary);
      } catch {
        return false;
      }
    });
}

/** @param {Sample[]} samples @param {(sample: Sample) => number} of */
function growthOf(samples, of) {
  const quarter = Math.floor(samples.length / 4);
  const median = (/** @type {Sample[]} */ some) =>
    some.map(of).toSorted((a, b) => a - b)[Math.floor(some.length / 2)];
  const early = median(samples.slice(quarter, 2 * quarter)) ?? NaN;
  return (median(samples.slice(-quarter)) ?? NaN) / early - 1;
}

/** Least squares, of what follows the first quarter; MB a second. @param {Sample[]} samples */
function slopeOf(samples) {
  const some = samples.slice(Math.floor(samples.length / 4));
  const mean = (/** @type {number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(some.map(({ seconds }) => seconds));
  const y = mean(some.map(({ megabytes }) => megabytes));
  const above = some.reduce((sum, one) => sum + (one.seconds - x) * (one.megabytes - y), 0);
  return above / some.reduce((sum, { seconds }) => sum + (seconds - x) ** 2, 0);
}

/** @param {Sample[]} samples */
function print(samples) {
  const step = Math.max(1, Math.floor(samples.length / SHOWN));
  for (const [index, { seconds, megabytes, interpreters }] of samples.entries()) {
    if (index % step !== 0) continue;
    process.stdout.write(
      `${seconds.toFixed(0).padStart(6)} s  ${megabytes.toFixed(0)} MB, interpreters ${interpreters.toFixed(0)} MB\n`
    );
  }
}
