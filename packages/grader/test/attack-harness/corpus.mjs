// @ts-check
/**
 * The corpus of attacks: one Python file each in `../attacks`, an answer that wants more than it was asked for.
 *
 *   # What it tries, in one line.
 *   # seen: SIGN …        any of these shows that it has succeeded; see SIGNS
 *   # must: STATUS …      the verdicts that it may get in the sandbox
 *   # control: HOST       where it is shown to succeed, if not in Node: chromium, node26, deno
 *   # node: no meaning: … (or chromium) where there is nothing to attack
 *   # node26: through: …  what gets through in the weaker sandbox
 *
 * Words between @ are put in: where a canary sits.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How success shows itself outside. */
export const SIGNS = {
  file: 'a file appears in a folder of the machine',
  http: 'a web server is asked',
  ws: 'a WebSocket is opened',
  udp: 'a packet arrives (a question of DNS, too)',
  secret: 'a secret of the machine or the page is told',
  forged: 'a wrong answer counts as passed',
  next: 'the next right answer does not pass',
  left: 'the next run finds what this one left',
  overrun: 'it still runs a second after its limit, and after having been interrupted',
  memory: 'its process holds more memory than it may',
  flood: 'it says more than anybody can want to read',
  killed: 'the process that started it has ended',
  slowed: 'the process that started it has another priority'
};

/** @typedef {keyof typeof SIGNS} Sign */
/** @typedef {'node' | 'node26' | 'chromium' | 'deno'} Host */
/**
 * @typedef {object} Attack
 * @property {string} name
 * @property {string} what
 * @property {Sign[]} seen
 * @property {string[]} must
 * @property {Host} control
 * @property {Partial<Record<Host, string>>} noMeaning
 * @property {string | null} through in Node 26
 * @property {string} source
 */

const FOLDER = fileURLToPath(new URL('../attacks', import.meta.url));
const KEYS = ['seen', 'must', 'control', 'node', 'node26', 'chromium'];

/** @returns {Attack[]} */
export function readCorpus() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => readAttack(name));
}

/** @param {string} file @returns {Attack} */
function readAttack(file) {
  const source = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const name = basename(file, '.py');
  const [first = '', ...rest] = source.slice(0, source.search(/^[^#]/m)).trim().split('\n');
  /** @type {Record<string, string>} */
  const header = {};
  for (const line of rest) {
    const [, key = '', value = ''] = /^# (\w+): (.+)$/.exec(line) ?? [];
    if (!KEYS.includes(key)) throw new Error(`${file}: no header line: ${line}`);
    header[key] = value;
  }
  const seen = /** @type {Sign[]} */ ((header['seen'] ?? '').split(' '));
  for (const sign of seen) if (!(sign in SIGNS)) throw new Error(`${file}: no sign: ${sign}`);
  if (header['must'] === undefined) throw new Error(`${file}: says not what must happen`);
  const noMeaning = Object.fromEntries(
    /** @type {const} */ (['node', 'chromium']).flatMap((host) => {
      const reason = /^no meaning: (.+)$/.exec(header[host] ?? '')?.[1];
      return reason === undefined ? [] : [[host, reason]];
    })
  );
  return {
    name,
    what: first.replace(/^# /, ''),
    seen,
    must: header['must'].split(' '),
    control: /** @type {Host} */ (header['control'] ?? ('node' in noMeaning ? 'chromium' : 'node')),
    noMeaning,
    through: /^through: (.+)$/.exec(header['node26'] ?? '')?.[1] ?? null,
    source
  };
}

/** Where the canaries of one attempt sit. */
/** @typedef {{ token: string, scratch: string, secretFile: string, secretEnv: string, http: string, ws: string, udp: number }} Places */

/** @param {Attack} attack @param {Places} places */
export function answerOf({ source }, places) {
  /** @type {Record<string, string>} */
  const words = {
    FILE: `${places.scratch}/${places.token}`,
    SCRATCH: places.scratch,
    SECRET_FILE: places.secretFile,
    SECRET_ENV: places.secretEnv,
    HTTP: `${places.http}hit/${places.token}`,
    SECRET_URL: `${places.http}secret.json`,
    WS: `${places.ws}hit/${places.token}`,
    UDP: String(places.udp),
    TOKEN: places.token
  };
  const put = (/** @type {string} */ text) =>
    text.replaceAll(/@([A-Z_]+)@/g, (all, word) => words[word] ?? all);
  return put(source.replaceAll('@PAYLOAD@', PAYLOAD));
}

/** What is done with JavaScript, once a door to it has opened: every way to touch something, in any host. */
const PAYLOAD = `(() => {
  const ways = [
    () => globalThis.process.getBuiltinModule("fs").writeFileSync("@FILE@", "x"),
    () => globalThis.Deno.writeTextFileSync("@FILE@", "x"),
    () => { const x = new XMLHttpRequest(); x.open("GET", "@HTTP@", false); x.send(); },
    () => void import("node:fs").then((fs) => fs.writeFileSync("@FILE@", "x")).catch(() => {}),
    () => void fetch("@HTTP@").catch(() => {})
  ];
  for (const way of ways) try { way(); } catch {}
  return "ran";
})()`;

/** A challenge that nobody can pass who does not know it, and its right answer: other numbers each time. */
export function makeChallenge(random = Math.random) {
  const whole = (/** @type {number} */ from, /** @type {number} */ to) =>
    from + Math.floor(random() * (to - from));
  const factor = whole(100, 900);
  const offset = whole(1_000, 9_000);
  const output = `The answer is ${whole(10 ** 8, 10 ** 9)}`;
  const cases = [3, -2, 0, 17, 40].map((x) => ({ call: `f(${x})`, result: x * factor + offset }));
  // Of what others may have patched, it uses much.
  const honest = `import json, colorsys
def f(x):
    numbers = sorted(json.loads(json.dumps([x] * ${factor})))
    return sum(numbers) + len("." * ${offset}) if isinstance(x, int) else None
print(${JSON.stringify(output)} if colorsys.rgb_to_hsv(1, 1, 1)[2] == 1 else "")
`;
  return { cases, output, honest };
}

/** @typedef {ReturnType<typeof makeChallenge>} Challenge */

export const LIMIT_SECONDS = 1;
export const MEMORY_MB = 128;
/** Where time is not the matter, a busy machine shall not make it one. */
const AMPLE_SECONDS = 30;

/** @param {Attack} attack */
export function limitOf({ seen }) {
  const isOfTime = ['overrun', 'memory', 'flood'].some((sign) =>
    seen.includes(/** @type {Sign} */ (sign))
  );
  return isOfTime ? LIMIT_SECONDS : AMPLE_SECONDS;
}

/** As the student's notebook would carry it. @param {Challenge} challenge */
export function gradingDataOf({ cases, output }, timeLimitSeconds = AMPLE_SECONDS) {
  return /** @type {import('@lectern/grader').GradingData} */ ({
    format: 2,
    challenge: 'attacked',
    points: 10,
    timeLimitSeconds,
    memoryLimitMB: MEMORY_MB,
    tolerance: 1e-6,
    setup: null,
    stdin: null,
    starter: 'def f(x):\n    ...\n',
    ungraded: null,
    tests: null,
    output: { compare: 'lines', expected: `${output}\n` },
    behaviour: [
      {
        name: 'f',
        calls: cases.map(({ call, result }) => ({
          expression: call,
          expected: {
            result: { kind: 'int', value: String(result) },
            error: null,
            mutated: [],
            stdout: '',
            stdoutCut: false
          }
        }))
      }
    ],
    forbid: [],
    require: []
  });
}
