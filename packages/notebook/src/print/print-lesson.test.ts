import { readFileSync } from 'node:fs';
import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { lessonPictures, printLesson, type PrintOptions } from './index.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const print = (text: string, options: PrintOptions = {}): string =>
  printLesson(parseLesson(text, { path: 'lesson.md' }), options);
/** Without the page's head. */
const body = (text: string, options: PrintOptions = {}): string =>
  print(text, options).replace(/^[\s\S]*<body>/, '');

describe('the page asks nobody for anything, and runs nothing', () => {
  const hostile = [
    '# T <img src="https://example.org/a.png" onerror="alert(1)">',
    '<script>alert(1)</script>',
    '<!-- for authors only -->',
    'An <b onclick="alert(1)">inline</b> tag, ![a picture](https://example.org/b.png), [a link](javascript:alert(1)).',
    ':::note <script>alert(2)</script>\n<iframe src="https://example.org"></iframe>\n:::',
    '```diagram "><script>\n</pre><script>alert(3)</script>\n```',
    '```python\n"</code></pre><script>alert(4)</script>"\n```',
    '$\\href{javascript:alert(1)}{x}$'
  ].join('\n\n');
  const page = print(hostile);

  it('no tag of the lesson survives', () => {
    // Whole tags, so that what stands in an attribute is not taken for one.
    const tag = /<([a-z][a-z0-9]*)((?:\s+[a-z:-]+(?:="[^"]*"|=[^\s">]+)?)*)\s*\/?>/gi;
    const tags = [...page.matchAll(tag)];
    const names = new Set(tags.map(([, name]) => name));
    for (const name of ['script', 'iframe', 'img', 'b', 'link']) expect(names).not.toContain(name);
    const attributes = tags.map(([, , text]) => text).join(' ');
    expect(attributes).not.toMatch(/\son[a-z]+=|(href|src)="?javascript:/i);
  });
  it('what it says is there to be read, but for comments', () => {
    expect(page).toContain('&#x3C;script>alert(1)&#x3C;/script>');
    expect(page).toContain('[Picture: a picture]');
    expect(page).not.toContain('for authors only');
  });
  it('and a policy forbids the rest', () => {
    expect(page.replaceAll('&#x27;', "'")).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;`
    );
    for (const lesson of ['why-preferences', 'reward-models']) {
      const real = print(read(`../../../../notebooks/${lesson}/lesson.md`));
      expect(real).not.toMatch(/\s(src|srcset|poster|data|xlink:href)="?(?!data:)/);
      expect(real).not.toMatch(/<(link|script)|url\(|@import/);
    }
  });
});

it('holds its pictures', () => {
  const text = '# T\n\n![one](a.png) and ![two](b.svg)\n\n:::note\n![one again](a.png)\n:::\n';
  expect(lessonPictures(parseLesson(text))).toEqual(['a.png', 'b.svg']);
  const page = body(text, { pictures: new Map([['a.png', 'data:image/png;base64,AA==']]) });
  expect(page.match(/<img src="data:image\/png;base64,AA=="/g)).toHaveLength(2);
  expect(page).toContain('[Picture: two]');
});

it('writes mathematics as MathML, and code with its words marked', () => {
  const page = body('# T\n\n$x^2$\n\n```python\nreturn "a"  # b\n```\n');
  expect(page).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">');
  expect(page).not.toContain('katex-html');
  expect(page).toContain('<span class="tok-keyword">return</span>');
});

it('has the title and what the lesson is for, once', () => {
  const page = body(read('../../../cli/test/lessons/canonical.md'));
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toContain('<p>After this lesson you can:</p>');
  expect(page).toContain('class="callout definition"');
  expect(page).toContain('class="ruled medium"');
});

const QUIZZES = [
  '# T',
  ':::quiz{id=a}\nWhich?\n\n- [ ] wrong one\n  > feedback to it\n- [x] right one\n:::',
  ':::quiz{id=b type=numeric}\nHow many?\n\n- [x] 42 ± 1\n:::'
].join('\n\n');
describe('a quiz', () => {
  it('has boxes to tick, and does not say which', () => {
    const page = body(QUIZZES);
    expect(page).toMatch(/class="callout quiz"[\s\S]*wrong one[\s\S]*right one/);
    expect(page).toContain('class="ruled short"');
    for (const secret of ['checked', 'feedback', '42']) expect(page).not.toContain(secret);
  });
  it('is answered in the appendix', () => {
    const page = body(QUIZZES, { solutions: true });
    const appendix = page.slice(page.indexOf('class="appendix"'));
    for (const answer of ['checked', 'feedback to it', '42 ± 1'])
      expect(appendix).toContain(answer);
  });
});

describe('a challenge', () => {
  const text = read('../../test/cases/challenges/input.md');
  const showExpectedOutput = (): boolean => true;
  it('has its task, what is given, the starter, the output and its hints', () => {
    const page = body(text, { showExpectedOutput });
    for (const shown of ['Own text.', 'Given', 'To finish', 'Expected output', '[1]', 'A hint.']) {
      expect(page).toContain(shown);
    }
  });
  it.each([
    'solution of the first',
    'withheld solution',
    'sealed text',
    'Why the first',
    'test_hidden'
  ])('does not tell: %s', (secret) => {
    expect(print(text, { showExpectedOutput })).not.toContain(secret);
  });
  it('is solved in the appendix', () => {
    const page = body(text, { showExpectedOutput, solutions: true });
    const appendix = page.slice(page.indexOf('class="appendix"'));
    for (const answer of [
      'solution of the first',
      'withheld solution',
      'sealed text',
      'Why the first'
    ]) {
      expect(appendix.replace(/<[^>]+>/g, '')).toContain(answer);
    }
  });
});
