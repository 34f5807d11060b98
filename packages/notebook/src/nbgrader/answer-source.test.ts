import { parseLesson, type Challenge } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { answerSource } from './answer-source.js';
import { linesOf, withoutRegions } from './regions.js';

function challenge(starter: string, solution: string, ...accepted: string[]): Challenge {
  const part = (name: string, code: string): string =>
    `#### ${name}\n\n\`\`\`python\n${code}\n\`\`\``;
  const parts = [
    part('Starter Code', starter),
    part('Solution', solution),
    ...accepted.map((code) => part('Accepted', code))
  ];
  const text = `---challenges---\n\n### Challenge: T\n\n- id: c\n\n${parts.join('\n\n')}\n`;
  return parseLesson(text).challenges[0] as Challenge;
}

const STUB = '# YOUR CODE HERE\nraise NotImplementedError()';
function views(from: Challenge, gradesOutput = true): { students: string; runs: string } {
  const source = answerSource(from, { gradesOutput });
  return { students: withoutRegions(source), runs: linesOf(source, 'solution').join('\n') };
}

describe('the starter with the solution in the place of what is missing', () => {
  it('at the mark', () => {
    const { students, runs } = views(
      challenge(
        'def f(x):\n    """Doc."""\n    y = x\n\n    # YOUR CODE HERE\n\n    return y',
        'def f(x):\n    y = x\n    y += 1\n    return y'
      )
    );
    expect(students).toBe(
      'def f(x):\n    """Doc."""\n    y = x\n\n    # YOUR CODE HERE\n    raise NotImplementedError()\n\n    return y'
    );
    expect(runs).toBe('def f(x):\n    """Doc."""\n    y = x\n\n    y += 1\n\n    return y');
  });

  it('before a return that the solution makes needless', () => {
    const { students, runs } = views(
      challenge('def f(x):\n    return None', 'def f(x):\n    return x + 1')
    );
    expect(students).toBe(
      'def f(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n    return None'
    );
    expect(runs).toBe('def f(x):\n    return x + 1\n    return None');
  });

  it('after a value that it replaces', () => {
    const { students } = views(challenge('x = None\nprint(x)', 'x = 5\nprint(x)'));
    expect(students).toBe(`x = None\n${STUB}\nprint(x)`);
  });

  it('of the answer that leaves most of the starter', () => {
    const starter = 'def f(x):\n    # TODO: double it\n    return x';
    const { students, runs } = views(
      challenge(
        starter,
        'f = lambda x: 2 * x\n\ndef g():\n    pass',
        'def f(x):\n    x = 2 * x\n    return x'
      )
    );
    expect(students).toBe(
      'def f(x):\n    # TODO: double it\n    # YOUR CODE HERE\n    raise NotImplementedError()\n    return x'
    );
    expect(runs).toBe('def f(x):\n    # TODO: double it\n    x = 2 * x\n    return x');
  });
});

it("keeps the starter's printing only where no output is graded", () => {
  const example = challenge(
    'def f():\n    pass\nprint("a", f())',
    'def f():\n    return 1\nprint(f())'
  );
  expect(views(example, false).runs).toContain('print("a", f())');
  expect(views(example, true).runs).not.toContain('print("a", f())');
});

describe('takes the solution whole', () => {
  it.each([
    ['where the two have nothing in common', 'def f(:', 'x = 1'],
    ['where they are indented otherwise', 'def f():\n  pass', 'def f():\n    return 1'],
    ['where a line holds two statements', 'x = 1; y = 2', 'x = 2; y = 3']
  ])('%s', (_why, starter, solution) => {
    const { students, runs } = views(challenge(starter, solution));
    expect(students).toBe(STUB);
    expect(runs).toBe(solution);
  });
});

it('leaves a starter without a solution to students, and a place for their code', () => {
  const { students } = views({ ...challenge('x = 1', ''), solution: null });
  expect(students).toBe(`x = 1\n${STUB}`);
});
