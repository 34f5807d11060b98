/** What is guessed, and what is left alone: a line or two for each rule. */

import { describe, expect, it } from 'vitest';
import { parseLesson } from '../index.js';
import { IMPORT_RULES, importLesson, type ImportKind } from './index.js';
import { readdirSync, readFileSync } from 'node:fs';

function draft(text: string, kind: ImportKind = 'text'): { body: string; rules: string[] } {
  const { markdown, diagnostics } = importLesson(text, { path: 'a-file.txt', kind });
  return {
    body: markdown.replace(/^---\n[\s\S]*?\n---\n\n?/, '').trimEnd(),
    rules: diagnostics
      .map(({ rule }) => rule)
      .filter((rule) => !/\/(?:id|title|no-title)$/.test(rule))
  };
}

it('has a test for every rule', () => {
  const texts: string[] = [];
  for (const folder of ['./', '../../test/import/']) {
    const base = new URL(folder, import.meta.url);
    for (const name of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
      if (/guesses\.txt$|\.test\.ts$/.test(name))
        texts.push(readFileSync(new URL(name, base), 'utf8'));
    }
  }
  const all = texts.join('\n');
  expect(Object.keys(IMPORT_RULES).filter((rule) => !all.includes(rule))).toEqual([]);
});

describe('front matter', () => {
  it('is drafted from the first heading, quoted where YAML needs it', () => {
    const { markdown } = importLesson('# Odds: a start\n', { path: 'x/y.md' });
    expect(markdown).toBe(
      '---\nid: odds-a-start\ntitle: "Odds: a start"\n---\n\n# Odds: a start\n'
    );
  });
  it('is drafted from the file name where no heading is a title', () => {
    const { markdown, diagnostics } = importLesson('Some text that is no title.\n', {
      path: 'week-3/least_squares.txt'
    });
    expect(markdown).toMatch(/^---\nid: least-squares\ntitle: Least squares\n---\n/);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['import/id', 'import/no-title']);
  });
  it('takes a title that no slug can be made of', () => {
    expect(importLesson('# 概率\n', { path: 'odds.md' }).markdown).toMatch(
      /^---\nid: odds\ntitle: 概率\n/
    );
  });
  it('keeps what is there, and adds the id', () => {
    const { markdown } = importLesson('---\ntitle: Odds\nlayout: post\n---\n\nText.\n', {
      path: 'a.md'
    });
    expect(markdown).toBe('---\nid: odds\ntitle: Odds\nlayout: post\n---\n\nText.\n');
  });
  it('is left alone, with a warning, where it cannot be read', () => {
    const text = '---\ntitle: [a\n---\n\nText.\n';
    const { markdown, diagnostics } = importLesson(text, { path: 'a.md' });
    expect(markdown).toBe(text);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['import/front-matter']);
  });
});

describe('a lesson', () => {
  it('comes out byte for byte', () => {
    const text = '\uFEFF---\r\nid: a\r\ntitle: A\r\n---\r\n\r\n• not touched, $5 either\r\n';
    const { markdown, diagnostics } = importLesson(text, { path: 'a.md' });
    expect(markdown).toBe(text);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['import/already-a-lesson']);
  });
  it('has its challenges left alone', () => {
    const text = '# T\n\n---challenges---\n\n### Challenge: C\n\n- id: c\n\n• $5\n';
    expect(importLesson(text, { path: 'a.md' }).markdown).toContain('\n• $5\n');
  });
});

describe('the kind of a text', () => {
  it.each([
    ['page.html', 'anything', 'anything'],
    ['notes.txt', '<!doctype html><p>Hello</p>', 'Hello'],
    ['notes.txt', '```\n• a\n```\n', '```\n• a\n```'],
    ['notes.txt', '# x = 1\nx = 2\ny = 3\n', '```python\n# x = 1\nx = 2']
  ])('of %s: %j', (path, text, expected) => {
    expect(importLesson(text, { path }).markdown).toContain(expected);
  });
});

describe('headings', () => {
  it.each([
    ['Underlined\n==========\n\nText here is.', '# Underlined'],
    ['Intro text is here.\n\nUnderlined\n----------\n\nText here is.', '## Underlined'],
    ['Step 1: Collect Choices\nThey come from people.', '## Step 1: Collect Choices'],
    ['Some text is here.\n\n2.1 Scores\n\nThey come from people.', '### 2.1 Scores'],
    ['The choice model\nby A. Teacher\n\nText is here.', '# The choice model'],
    ['The choice model\nIt has two items and a rule.', '# The choice model']
  ])('%j', (text, expected) => {
    const { body, rules } = draft(text);
    expect(body.split('\n')).toContain(expected);
    expect(rules).toContain('import/heading');
  });
  it.each([
    'Reader: "which is better?"',
    'It ends as a sentence does.',
    'After ranking:',
    'lower case line',
    'Answer: B'
  ])('not %j', (line) => {
    expect(draft(`Some text is here.\n\n${line}\n\nMore text is here.`).body).not.toContain('#');
  });
  it('are not the items of a list', () => {
    expect(draft('Do this.\n\n1. Open the door\n2. Go in\n3. Sit down').rules).toEqual([]);
  });
});

describe('lists', () => {
  it.each(['•', '◦', '▪', '●', '‣', '–', '·', '\uF0B7'])('with %s', (bullet) => {
    expect(draft(`  ${bullet} one\n  ${bullet} two`).body).toBe('- one\n- two');
  });
  it('nest where they are indented, or change their bullet', () => {
    expect(draft('• one\n   ◦ two\n• three').body).toBe('- one\n  - two\n- three');
    expect(draft('• one\n◦ two\n• three').body).toBe('- one\n  - two\n- three');
  });
  it('with a bullet on a line of its own', () => {
    expect(draft('•\none\n•\ntwo').body).toBe('- one\n- two');
  });
  it('without bullets, where they are announced', () => {
    const text = 'You will be able to:\nSay what it is\nFind one in the wild\n\nText is here.';
    expect(draft(text).body).toBe(
      'You will be able to:\n\n- Say what it is\n- Find one in the wild\n\nText is here.'
    );
  });
  it('of Markdown stay as they are, unless their bullet is foreign', () => {
    expect(draft('Text:\n• one\n• two', 'markdown').body).toBe('Text:\n\n- one\n- two');
    expect(draft('* one\n* two', 'markdown').body).toBe('* one\n* two');
  });
});

describe('code', () => {
  it('runs where it is whole', () => {
    const { markdown } = importLesson(
      'Like this:\n\nx = [1, 2]\nfor y in x:\n    print(y)\n\nThat is all.\n'
    );
    const cells = parseLesson(markdown).body.filter(({ kind }) => kind === 'code');
    expect(cells).toMatchObject([{ source: 'x = [1, 2]\nfor y in x:\n    print(y)' }]);
  });
  it('does not run where its indentation was lost', () => {
    const { body, rules } = draft('for y in [1, 2]:\nprint(y)\n');
    expect(body).toBe('```python listing\nfor y in [1, 2]:\nprint(y)\n```');
    expect(rules).toEqual(['import/lost-indentation']);
    expect(draft('```python\nfor y in [1]:\nprint(y)\n```', 'markdown').body).toMatch(
      /^```python listing\n/
    );
  });
  it('keeps the blank lines between its parts in one cell', () => {
    const code = 'import math\n\n\ndef f(x):\n    return x\n\nprint(f(1))';
    expect(draft(code).body).toBe(`\`\`\`python\n${code}\n\`\`\``);
  });
  it('has straight quotation marks where they let it parse', () => {
    expect(draft('print(“a”)\nprint(‘b’)').rules).toEqual(['import/code', 'import/smart-quotes']);
    expect(draft('He said “print” and ‘go’.').body).toBe('He said “print” and ‘go’.');
  });
  it.each([
    'Import duties rose, and with them prices.',
    'For example: a cat.',
    'In class: be kind.',
    'from here to there, import nothing',
    'return to sender, with thanks',
    'f(x)'
  ])('is not what a sentence looks like: %s', (line) => {
    expect(draft(`Text is here.\n${line}\nMore is here.`).body).not.toContain('```');
  });
  it.each([
    ['$ pip install rich\n$ ls', 'sh'],
    ['{\n  "a": 1,\n  "b": [2]\n}', 'json'],
    ['>>> 1 + 1\n2', 'pycon']
  ])('of another language is a listing: %j', (text, language) => {
    const { body, rules } = draft(text);
    expect(body).toBe(`\`\`\`${language}\n${text}\n\`\`\``);
    expect(rules).toEqual(['import/listing']);
  });
  it('with fences in it gets a longer fence', () => {
    expect(draft('Text is here.\n\nx = """\n```\n"""\nprint(x)', 'text').body).toContain(
      '````python\n'
    );
  });
});

describe('tables', () => {
  it('of one cell a line are made only where they can be read in one way', () => {
    const cells = 'Name\nSize\nred\n3\nblue\n4';
    expect(draft(cells).body).toBe('| Name | Size |\n| --- | --- |\n| red | 3 |\n| blue | 4 |');
    const words = draft('Name\nHue\nred\nwarm\nblue\ncold');
    expect(words.body).not.toContain('|');
    expect(words.rules).not.toContain('import/table');
  });
  it('are made of tabs, with bars escaped', () => {
    expect(draft('a\tb\tc\n1|2\t3\t4').body).toBe(
      '| a | b | c |\n| --- | --- | --- |\n| 1\\|2 | 3 | 4 |'
    );
  });
});

describe('questions', () => {
  it('with letters are quizzes anywhere', () => {
    const { body, rules } = draft('Which is blue?\nA) sky\nB) grass', 'markdown');
    expect(body).toBe(
      ':::quiz{id=quiz-1 type=single}\nWhich is blue?\n\n- [ ] sky\n- [ ] grass\n:::'
    );
    expect(rules).toEqual(['import/quiz-answer']);
  });
  it('have the answers that the text gives', () => {
    expect(draft('Which is blue?\nA) sky\nB) grass\n\nAnswer: A', 'markdown').body).toContain(
      '- [x] sky\n  > Answer: A\n- [ ] grass'
    );
    const ticked = draft('Which are blue?\n\n- [x] sky\n- [ ] grass\n- [x] sea', 'markdown');
    expect(ticked.body).toContain('type=multiple');
    expect(ticked.rules).toEqual(['import/quiz-marked']);
  });
  it('that are open are tasks', () => {
    const { body, rules } = draft(
      '## Conceptual questions\n\nWhy is it so? What if not?',
      'markdown'
    );
    expect(body).toBe(
      '## Conceptual questions\n\n:::try-it{answer=text}\nWhy is it so?\n:::\n\n:::try-it{answer=text}\nWhat if not?\n:::'
    );
    expect(rules).toEqual(['import/open-question', 'import/open-question']);
  });
  it('may be true or false, or leave a blank', () => {
    const { body } = draft('## Quiz\n\nTrue or false: it rises.\n\nIt is called ____.', 'markdown');
    expect(body).toContain('True or false: it rises.\n\n- [ ] True\n- [ ] False\n:::');
    expect(body).toContain('type=text}\nIt is called ____.\n\n- [ ] …\n:::');
  });
  it('have their choices in a paragraph below, too', () => {
    const { body } = draft('**Q1.** Which is blue?\n\na) sky  \nb) grass\n\nAnswer: a', 'markdown');
    expect(body).toContain('**Q1.** Which is blue?\n\n- [x] sky\n  > Answer: a\n- [ ] grass\n:::');
  });
  it('keep their numbers', () => {
    const { body } = draft(
      '## Exercises\n\n1. Why is it so?\n2. Write a function for it.',
      'markdown'
    );
    expect(body).toContain(':::try-it 1 {answer=text}\nWhy');
    expect(body).toContain(':::try-it 2\nWrite');
  });
  it('elsewhere are text', () => {
    expect(draft('Why does it rise? Nobody knows.\n\nIs it so?', 'markdown').rules).toEqual([]);
  });
});

describe('callouts', () => {
  it.each([
    ['ℹ️ Definition: A thing.', ':::definition\nA thing.\n:::'],
    ['⚠️ Warning: a thing', ':::warning\na thing\n:::'],
    ['**Caution:** hot', ':::warning Caution\nhot\n:::'],
    ['> [!TIP]\n> Rest.\n> More.', ':::tip\nRest.\nMore.\n:::'],
    ['💡 Tip\n\nRest a bit.', ':::tip\nRest a bit.\n:::'],
    [':::info\nx\n:::', ':::note Info\nx\n:::']
  ])('%j', (text, expected) => {
    const { body, rules } = draft(text, 'markdown');
    expect(body).toBe(expected);
    expect(rules).toEqual(['import/callout']);
  });
  it.each(['Note:this is text', 'Example (before):', 'The note: is text', '**Bold** text'])(
    'not %j',
    (text) => {
      expect(draft(text, 'markdown').body).toBe(text);
    }
  );
});

describe('dollars and formulas', () => {
  it.each([
    ['It is $5 or $10.', 'It is \\$5 or \\$10.'],
    ['It is $5, and $x$ is math.', 'It is \\$5, and $x$ is math.'],
    ['Take $x + 1$ and $$y$$.', 'Take $x + 1$ and $$y$$.'],
    ['Already \\$5, code `$6`.', 'Already \\$5, code `$6`.'],
    ['Between $5 or so and 10$.', 'Between \\$5 or so and 10\\$.'],
    ['So \\(x^2\\) holds.', 'So $x^2$ holds.']
  ])('%s', (text, expected) => {
    expect(draft(text, 'markdown').body).toBe(expected);
    expect(draft(text, 'text').body).toBe(expected);
  });
  it('points at a gap where one was lost', () => {
    expect(draft('Let two items have scores and . They differ.').rules).toEqual([
      'import/lost-formula'
    ]);
  });
});

describe('glossary text', () => {
  it.each([
    [
      'The PPOProximal Policy Optimisation method.',
      'The PPO (Proximal Policy Optimisation) method.'
    ],
    ['A gaugeA convention that binds.', 'A gauge – A convention that binds.'],
    ['Goodhart’s lawWhen a measure rules.', 'Goodhart’s law – When a measure rules.']
  ])('%s', (text, expected) => {
    const { body, rules } = draft(text);
    expect(body).toBe(expected);
    expect(rules).toEqual(['import/glossary']);
  });
  it('that is not sure is pointed out and left', () => {
    const text = 'The lossMeasure of how wrong it is.';
    expect(draft(text)).toEqual({ body: text, rules: ['import/possible-glossary'] });
  });
  it.each([
    'JavaScript and PyTorch in a JupyterLab.',
    'DataFrame A is here.',
    'HTTPServer and XMLParser.'
  ])('is not %s', (text) => {
    expect(draft(text)).toEqual({ body: text, rules: [] });
  });
});

describe('what Markdown would take for something else', () => {
  it.each([
    ['Use List<String> here.', 'Use List\\<String> here.'],
    ['[1]: a source', '\\[1]: a source'],
    ['So it is 5*3*2 here.', 'So it is 5\\*3\\*2 here.'],
    ['It was said in\n1986. Then no more.', 'It was said in\n\n1986\\. Then no more.'],
    [':::not a directive', '\\:::not a directive'],
    ['---challenges---', '\\---challenges---']
  ])('%j', (text, expected) => {
    expect(draft(text).body).toBe(expected);
  });
});

it('closes a fence that is never closed, and says so', () => {
  const { body, rules } = draft('Text.\n\n```python\nprint(1)\n', 'markdown');
  expect(body).toBe('Text.\n\n```python\nprint(1)\n```');
  expect(rules).toEqual(['import/unclosed-fence']);
});

it('says that a list was announced and lost', () => {
  expect(draft('You will be able to:\n\nFirst, some text is here.').rules).toEqual([
    'import/lost-list'
  ]);
});
