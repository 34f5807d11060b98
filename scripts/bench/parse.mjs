// @ts-check
/** How long it takes to read a lesson of 2,000 lines, all of it or after an edit, and how that compares with bare remark. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/step.mjs';

const LINES = 2000;
const WARM_UP = 10;
const RUNS = 15;
const MARKER = '\n---challenges---\n';

/** The course's lessons end to end, each copy in other words, so that nothing in it is remembered from another. */
function longLesson() {
  const lessons = ['why-preferences', 'reward-models'].map((name) => {
    const text = readFileSync(join(root, 'notebooks', name, 'lesson.md'), 'utf8');
    const bodyStart = text.indexOf('\n---\n', 4) + 5;
    const marker = text.indexOf(MARKER);
    return {
      frontMatter: text.slice(0, bodyStart),
      body: text.slice(bodyStart, marker + 1),
      challenges: text.slice(marker + MARKER.length)
    };
  });
  let [body, challenges] = ['', ''];
  for (let copy = 0; `${body}${challenges}`.split('\n').length < LINES; copy++) {
    const lesson = /** @type {(typeof lessons)[number]} */ (lessons[copy % lessons.length]);
    /** @param {string} text */
    const inOtherWords = (text) =>
      text
        .replace(/\b(?:the|scores)\b/g, `$&${copy}`)
        .replace(/^- id: .*$/gm, `$&-${copy}`)
        .replace(/\{id=[\w-]+/g, `$&-${copy}`);
    body += `${inOtherWords(lesson.body)}\n`;
    challenges += `${inOtherWords(lesson.challenges)}\n`;
  }
  return `${lessons[0]?.frontMatter}${body}---challenges---\n${challenges}`;
}

/** @param {() => unknown} work */
function seconds(work) {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}

/** @param {(run: number) => number} once */
function repeated(once) {
  const runs = Array.from({ length: WARM_UP + RUNS }, (_, run) => once(run));
  return runs.slice(WARM_UP);
}

async function lessonPackage() {
  return import('../../packages/lesson/lib/index.js');
}

async function bareRemark() {
  const [{ unified }, parse, gfm, math] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-math')
  ]);
  return unified().use(parse.default).use(gfm.default).use(math.default).freeze();
}

export default [
  {
    name: 'parse/2000-lines-vs-remark',
    want: '<=1',
    measure: async () => {
      const { parseLesson } = await lessonPackage();
      const remark = await bareRemark();
      const text = longLesson();
      return repeated(() => seconds(() => parseLesson(text)) / seconds(() => remark.parse(text)));
    }
  },
  {
    // After each edit of one line, as an editor that shows the diagnostics parses.
    name: 'parse/2000-lines-seconds',
    want: '<=0.05',
    measure: async () => {
      const { LessonParser } = await lessonPackage();
      const parser = new LessonParser();
      const lines = longLesson().split('\n');
      parser.parse(lines.join('\n'));
      return repeated((run) => {
        lines[(run * 79) % lines.length] += ` word${run}`;
        const text = lines.join('\n');
        return seconds(() => parser.parse(text));
      });
    }
  },
  {
    name: 'parse/2000-lines-cold-seconds',
    want: '<=0.2',
    measure: async () => {
      const { parseLesson } = await lessonPackage();
      const text = longLesson();
      return repeated(() => seconds(() => parseLesson(text)));
    }
  }
];
