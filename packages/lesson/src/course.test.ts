import { describe, expect, it } from 'vitest';
import { parseCourse } from './index.js';

describe('course.yml', () => {
  it('is read', () => {
    const { course, diagnostics } = parseCourse(`
title: Preference learning
description: Six lessons
language: en
modules:
  - { id: basics, title: Basics }
hints: off
solution: after-3
grading:
  points: 2
`);
    expect(diagnostics).toEqual([]);
    expect(course).toEqual({
      title: 'Preference learning',
      description: 'Six lessons',
      language: 'en',
      modules: [{ id: 'basics', title: 'Basics' }],
      defaults: { hints: 'off', solution: 'after-3', grading: { points: 2 } },
      extra: {}
    });
  });

  it('has defaults for everything', () => {
    expect(parseCourse('').course).toMatchObject({ title: null, modules: [], defaults: {} });
  });

  it.each([
    ['titel: x', 'course/unknown-key'],
    ['solution: never', 'course/invalid-value'],
    ['modules: [{id: A B, title: x}]', 'course/invalid-value'],
    ['grading: 3', 'course/invalid-value'],
    ['title: [', 'course/invalid-yaml'],
    ['- a', 'course/not-a-map']
  ])('%s: %s', (text, rule) => {
    const { diagnostics } = parseCourse(text);
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
  });
});
