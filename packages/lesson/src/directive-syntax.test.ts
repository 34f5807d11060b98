import { describe, expect, it } from 'vitest';
import { readDirectiveLine } from './directive-syntax.js';

describe('a line that opens a directive', () => {
  it.each<[line: string, name: string, title: string | null, attributes: Record<string, string>]>([
    [':::note', 'note', null, {}],
    ['::: note', 'note', null, {}],
    [':::note Two words', 'note', 'Two words', {}],
    [':::try-it{answer=text}', 'try-it', null, { answer: 'text' }],
    [':::quiz{id=q1 type=single} Title', 'quiz', 'Title', { id: 'q1', type: 'single' }],
    [':::quiz Title {id=q1 partial}', 'quiz', 'Title', { id: 'q1', partial: '' }],
    [`:::quiz{a="b c" d='e'}`, 'quiz', null, { a: 'b c', d: 'e' }],
    [':::note{#here .wide}', 'note', null, { id: 'here', class: 'wide' }],
    [':::note[A label]{a=b}', 'note', 'A label', { a: 'b' }],
    [':::note About $x^{2}$', 'note', 'About $x^{2}$', {}],
    [':::{note} Title {a=b}', 'note', 'Title', { a: 'b' }],
    [':::Note', 'note', null, {}],
    ['   ::::note', 'note', null, {}]
  ])('%s', (line, name, title, attributes) => {
    const read = readDirectiveLine(line);
    expect(read).toMatchObject({ kind: 'open', opening: { name, title, attributes } });
  });

  it.each([':::', '  ::::  ', ':::\t'])('%j closes', (line) => {
    expect(readDirectiveLine(line)?.kind).toBe('close');
  });

  it.each([':::!', ':::note!', ':::{note', ':::9'])('%s is malformed', (line) => {
    expect(readDirectiveLine(line)?.kind).toBe('malformed');
  });

  it.each(['a:b', 'Note:this', '::note', '    :::note', ':note[x]', 'x :::note'])(
    '%s is text',
    (line) => {
      expect(readDirectiveLine(line)).toBeNull();
    }
  );
});
