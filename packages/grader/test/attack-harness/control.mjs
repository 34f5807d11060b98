// @ts-check
/** Shows that an attack succeeds where nothing holds it: against a naive grader in plain Node. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { grade } from '@lectern/grader';
import { bundledSandboxFolder } from '@lectern/grader/node';
import { InterpreterSandbox } from '../../lib/host/interpreter-sandbox.js';
import { ProcessHost } from '../../lib/node/process-host.js';
import { denoRuntime } from '../../lib/node/runtimes.js';
import { LIMIT_SECONDS, MEMORY_MB, answerOf, gradingDataOf, makeChallenge } from './corpus.mjs';
import { node26, noNode26 } from './node26.mjs';

/** @typedef {import('./corpus.mjs').Sign} Sign */
/** @typedef {import('./corpus.mjs').Attack} Attack */

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const SNAPSHOT = `${bundledSandboxFolder}/snapshot.bin`;
/** What plain Node and Pyodide take, and the learner's share. */
const MEMORY_LIMIT_MB = 512 + MEMORY_MB;
const FLOOD_BYTES = 40_000_000;
const GIVE_UP_MS = 45_000;

/** Why an attack's control cannot be run by `runControl` here; `null` where it can. @param {Attack} attack */
export function noControl({ control }) {
  if (control === 'chromium') return 'its place is a browser';
  return control === 'node26' ? noNode26() : null;
}

/**
 * @param {Attack} attack
 * @param {import('./canaries.mjs').Canaries} canaries
 * @returns {Promise<{ seen: Sign[], said: string }>} what was seen of its signs
 */
export async function runControl(attack, canaries) {
  return attack.control === 'deno' ? inDeno(attack, canaries) : inNode(attack, canaries);
}

/**
 * Deno as it comes, with a folder for its caches.
 * @type {typeof runControl}
 */
async function inDeno(attack, canaries) {
  const places = canaries.places();
  const env = () => ({ DENO_DIR: `${places.scratch}/deno` });
  const host = new ProcessHost({ ...denoRuntime(), env, limited: false }, bundledSandboxFolder);
  const sandbox = new InterpreterSandbox(host, { spares: false });
  const data = gradingDataOf(makeChallenge());
  /** @type {Sign[]} */
  const seen = [];
  for (let run = 0; run < 2; run++) {
    const verdict = await grade(data, answerOf(attack, places), sandbox);
    if (JSON.stringify(verdict).includes('it was left')) seen.push('left');
  }
  sandbox.dispose();
  return { seen, said: '' };
}

/** @type {typeof runControl} */
async function inNode(attack, canaries) {
  const node = attack.control === 'node26' ? node26 : process.execPath;
  const places = canaries.places();
  const challenge = makeChallenge();
  const answer = answerOf(attack, places);
  const child = spawn(
    process.execPath,
    [path('control-parent.mjs'), node, path('control-host.mjs'), SNAPSHOT],
    { cwd: places.scratch, stdio: ['pipe', 'pipe', 'pipe'], detached: true }
  );
  child.stdin.on('error', () => undefined);
  child.stdin.end(
    JSON.stringify({
      answers: [answer, ...(attack.seen.includes('left') ? [answer] : []), challenge.honest],
      challenge,
      // Long limits are the custom; where time is the matter, ours.
      limitMs: attack.seen.includes('overrun') ? LIMIT_SECONDS * 1_000 : 0
    })
  );
  const run = new ControlRun(child);
  const signs = () => [
    ...new Set([...canaries.signs(places), ...run.signs(canaries.secret, challenge.output)])
  ];
  await run.until(() => signs().some((sign) => attack.seen.includes(sign)));
  run.end();
  return { seen: signs().filter((sign) => attack.seen.includes(sign)), said: run.said() };
}

class ControlRun {
  #said = '';
  #bytes = 0;
  #peakMB = 0;
  #slowed = false;
  #killed = false;
  /** @type {number | null} */
  #exit = null;
  #startedAt = Date.now();
  /** @type {number | null} when the first answer began */
  #begunAt = null;

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child;
    this.priority = getPriority(child.pid);
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
      this.#bytes += chunk.length;
      if (this.#said.length < 1_000_000) this.#said += chunk.toString();
      if (this.#begunAt === null && this.#said.includes('"begin"')) this.#begunAt = Date.now();
    });
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      this.#bytes += chunk.length;
      if (this.#said.length < 1_000_000) this.#said += chunk.toString();
    });
    child.on('exit', (code, signal) => {
      this.#exit = code ?? -1;
      this.#killed = signal !== null;
    });
  }

  /** @param {() => boolean} done */
  async until(done) {
    for (;;) {
      this.#look();
      if (done()) return;
      if (Date.now() - this.#startedAt > GIVE_UP_MS) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (this.#exit !== null) {
        // What was set going in its last moment arrives.
        await new Promise((resolve) => setTimeout(resolve, 700));
        return;
      }
    }
  }

  #look() {
    const pid = /"pid":(\d+)/.exec(this.#said)?.[1];
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
      this.#peakMB = Math.max(this.#peakMB, peak);
    } catch {
      // not yet, or no more
    }
    try {
      if (this.#exit === null) this.#slowed ||= getPriority(this.child.pid) !== this.priority;
    } catch {
      // it has ended
    }
  }

  /** @param {string} secret @param {string} output of the right answer @returns {Sign[]} */
  signs(secret, output) {
    const runs = this.#said.split('{"event":"begin"}\n').slice(1);
    const verdicts = runs.map((text) => firstVerdict(text));
    const [first] = verdicts;
    /** @type {Sign[]} */
    const seen = [];
    // No failure was told, and the process ended well: as a dead kernel that scores full marks.
    const died = runs.length === 1 && first === undefined && this.#exit === 0;
    if (first?.passed === true || died) seen.push('forged');
    const last = runs.length > 1 ? verdicts.at(-1) : undefined;
    const isRight = last?.passed === true && last.stdout.includes(output);
    if (this.#exit !== null && !this.#killed && !isRight) seen.push('next');
    if (verdicts.length > 1 && /it was left/.test(verdicts[1]?.stdout ?? '')) seen.push('left');
    const late = this.#begunAt !== null && Date.now() - this.#begunAt > (LIMIT_SECONDS + 1) * 1_000;
    if (late && runs.length === 1 && first === undefined && this.#exit === null)
      seen.push('overrun');
    if (this.#peakMB > MEMORY_LIMIT_MB) seen.push('memory');
    if (this.#bytes > FLOOD_BYTES) seen.push('flood');
    if (this.#killed) seen.push('killed');
    if (this.#slowed) seen.push('slowed');
    if (this.#said.includes(secret)) seen.push('secret');
    return seen;
  }

  said() {
    return this.#said;
  }

  end() {
    try {
      process.kill(-(/** @type {number} */ (this.child.pid)), 'SIGKILL');
    } catch {
      // it has ended
    }
  }
}

/** Whoever writes it. @param {string} text @returns {{ passed: boolean, stdout: string } | undefined} */
function firstVerdict(text) {
  for (const line of text.split('\n')) {
    if (!line.startsWith('{"event": "verdict"') && !line.startsWith('{"event":"verdict"')) continue;
    try {
      return JSON.parse(line);
    } catch {
      // cut off
    }
  }
  return undefined;
}
