import { parseLesson, quizzesOf, type QuizBlock } from '@lectern/lesson';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gradeQuiz } from './grade-quiz.js';

function quiz(attributes: string, ...options: string[]): QuizBlock {
  const [found] = quizzesOf(
    parseLesson(`:::quiz{id=q ${attributes}}\nQuestion?\n\n${options.join('\n')}\n:::\n`)
  );
  if (found === undefined) throw new Error('no quiz');
  return found;
}

/** Chooses options by their text. */
function choose(of: QuizBlock, ...texts: string[]): string[] {
  return of.answers.filter(({ text }) => texts.includes(text)).map(({ key }) => key);
}

describe('a single choice', () => {
  const of = quiz('', '- [ ] a', '  > No, *because*.', '- [x] b', '- [ ] c');

  it('is right or wrong, with the feedback of what was chosen', () => {
    expect(gradeQuiz(of, choose(of, 'b'))).toEqual({
      quiz: 'q',
      status: 'passed',
      points: 1,
      score: 1,
      message: 'This is right.',
      choices: [{ key: of.answers[1]?.key, correct: true, feedback: null }]
    });
    expect(gradeQuiz(of, choose(of, 'a'))).toMatchObject({
      status: 'failed',
      score: 0,
      choices: [{ correct: false, feedback: 'No, *because*.' }]
    });
  });

  it('has room for one', () => {
    expect(gradeQuiz(of, choose(of, 'a', 'b'))).toMatchObject({ status: 'failed', score: 0 });
  });

  it('is not attempted without one, or with one that the quiz does not have', () => {
    for (const response of [null, [], ['gone'], 'b']) {
      expect(gradeQuiz(of, response)).toMatchObject({ status: 'not-attempted', score: 0 });
    }
  });
});

describe('a multiple choice', () => {
  const options = ['- [x] a', '- [x] b', '- [x] c', '- [ ] d', '- [ ] e'];

  it('is all or nothing', () => {
    const of = quiz('', ...options);
    expect(gradeQuiz(of, choose(of, 'c', 'a', 'b'))).toMatchObject({ status: 'passed', score: 1 });
    expect(gradeQuiz(of, choose(of, 'a', 'b'))).toMatchObject({
      status: 'failed',
      score: 0,
      message: 'What you chose is right, but something is missing.'
    });
    expect(gradeQuiz(of, choose(of, 'a', 'b', 'c', 'd'))).toMatchObject({ score: 0 });
  });

  it('is partly right where the author says so', () => {
    const of = quiz('partial=true', ...options);
    expect(gradeQuiz(of, choose(of, 'a', 'b', 'd')).score).toBeCloseTo(1 / 3);
    expect(gradeQuiz(of, choose(of, 'a', 'b', 'd')).status).toBe('failed');
    expect(gradeQuiz(of, choose(of, 'a', 'd', 'e')).score).toBe(0);
    expect(gradeQuiz(of, choose(of, 'a', 'b', 'c'))).toMatchObject({ status: 'passed', score: 1 });
  });
});

describe('a number', () => {
  const of = quiz(
    'type=numeric',
    '- [x] 3.14 ± 0.01',
    '- [ ] 3',
    '  > Too short.',
    '- [ ] 0 ± ∞',
    '  > Draw it.'
  );

  test.each(['3.14', '3.15', '3.13', ' 3.14 ', '+3.14', '314e-2', '22/7', '3.140'])(
    '%s is right',
    (typed) => {
      expect(gradeQuiz(of, typed)).toMatchObject({ status: 'passed', score: 1 });
    }
  );
  test.each([
    ['3', 'Too short.'],
    ['3.151', 'Draw it.'],
    ['−3.14', 'Draw it.']
  ])('%s is wrong: %s', (typed, feedback) => {
    expect(gradeQuiz(of, typed)).toMatchObject({ status: 'failed', choices: [{ feedback }] });
  });
  test.each(['', ' ', 'pi', '3,14', '1/0', '1/2/3', 'Infinity', '0x3'])(
    '%j is not attempted',
    (typed) => {
      expect(gradeQuiz(of, typed).status).toBe('not-attempted');
    }
  );
});

describe('a text', () => {
  const of = quiz(
    'type=text',
    '- [x] Café au lait',
    '- [x] /^colou?r$/i',
    '- [ ] /tea/',
    '  > Not tea.'
  );

  test.each(['café au lait', '  CAFÉ  au lait ', 'cafe\u0301 au lait', 'Color', 'colour'])(
    '%s is right',
    (typed) => {
      expect(gradeQuiz(of, typed).status).toBe('passed');
    }
  );
  it('is wrong otherwise, with what was foreseen of it', () => {
    expect(gradeQuiz(of, 'the colour').status).toBe('failed');
    expect(gradeQuiz(of, 'green tea')).toMatchObject({ choices: [{ feedback: 'Not tea.' }] });
    expect(gradeQuiz(of, 'Tea').choices).toEqual([]);
  });
  it('is compared with no pattern where it is very long', () => {
    expect(gradeQuiz(of, `tea ${'x'.repeat(200)}`).choices).toEqual([]);
  });
  it('survives a pattern that a changed file holds', () => {
    const [first] = of.answers;
    if (first === undefined) throw new Error('no answer');
    const match = { kind: 'pattern', source: '(', flags: '' } as const;
    expect(gradeQuiz({ ...of, answers: [{ ...first, match }] }, 'x').status).toBe('failed');
  });
});

it('an ungraded quiz keeps its feedback, and judges nothing', () => {
  const of = quiz('', '- [ ] a', '  > Why?', '- [ ] b');
  expect(gradeQuiz(of, choose(of, 'a'))).toMatchObject({
    status: 'ungraded',
    score: 0,
    choices: [{ correct: null, feedback: 'Why?' }]
  });
  expect(gradeQuiz(of, []).status).toBe('not-attempted');
});

describe('for any choice', () => {
  const cases = fc
    .record({
      partial: fc.boolean(),
      options: fc.array(fc.record({ right: fc.boolean(), chosen: fc.boolean() }), {
        minLength: 1,
        maxLength: 12
      })
    })
    .filter(({ options }) => options.some(({ right }) => right))
    .map(({ partial, options }) => {
      const of = quiz(
        `type=multiple ${partial ? 'partial' : ''}`,
        ...options.map(({ right }, index) => `- [${right ? 'x' : ' '}] option ${index}`)
      );
      const response = of.answers
        .filter((_, index) => options[index]?.chosen)
        .map(({ key }) => key);
      return { of, options, partial, response };
    });

  it('the score is from 0 to the points, and full exactly when it passed', () => {
    fc.assert(
      fc.property(cases, ({ of, response }) => {
        const { score, points, status } = gradeQuiz(of, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(points);
        expect(score === points).toBe(status === 'passed');
      })
    );
  });

  it('it passes exactly when all that is right was chosen, and nothing else', () => {
    fc.assert(
      fc.property(cases, ({ of, options, response }) => {
        const all = options.every(({ right, chosen }) => right === chosen);
        expect(gradeQuiz(of, response).status === 'passed').toBe(all);
        const right = of.answers.filter(({ correct }) => correct).map(({ key }) => key);
        expect(gradeQuiz(of, right.reverse())).toMatchObject({ status: 'passed', score: 1 });
      })
    );
  });

  it('part of the point is (right − wrong) / right, and not below 0', () => {
    fc.assert(
      fc.property(cases, ({ of, options, partial, response }) => {
        const count = (test: (option: (typeof options)[number]) => boolean): number =>
          options.filter(test).length;
        const right = count((option) => option.right);
        const difference =
          count((option) => option.right && option.chosen) -
          count((option) => !option.right && option.chosen);
        const part = partial || difference === right ? Math.max(0, difference / right) : 0;
        expect(gradeQuiz(of, response).score).toBeCloseTo(part);
      })
    );
  });

  it('each choice is told of once, in the order of the options', () => {
    fc.assert(
      fc.property(cases, ({ of, response }) => {
        const shuffled = [...response, ...response].reverse();
        expect(gradeQuiz(of, shuffled)).toEqual(gradeQuiz(of, response));
        expect(gradeQuiz(of, response).choices.map(({ key }) => key)).toEqual(response);
      })
    );
  });
});

it('a number within the tolerance is right, and one well outside is not', () => {
  const decimal = fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 100);
  fc.assert(
    fc.property(
      decimal,
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: -200, max: 200 }),
      (value, spread, off) => {
        const of = quiz('type=numeric', `- [x] ${value} ± ${spread / 100}`);
        const typed = ((Math.round(value * 100) + off) / 100).toFixed(2);
        expect(gradeQuiz(of, typed).status).toBe(Math.abs(off) <= spread ? 'passed' : 'failed');
      }
    )
  );
});

it('takes whatever is typed', () => {
  const of = [quiz('type=numeric', '- [x] 1'), quiz('type=text', '- [x] a'), quiz('', '- [x] a')];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      for (const each of of) expect(gradeQuiz(each, typed).score).toBeLessThanOrEqual(1);
    })
  );
});
