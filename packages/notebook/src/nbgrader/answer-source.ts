/**
 * The answer cell of an nbgrader assignment: the starter with the solution filled in between nbgrader's markers, such
 * that what nbgrader leaves to students is the starter, with nbgrader's stub where the solution was.
 */

import type { Challenge } from '@lectern/lesson';
import { diffIndices } from 'node-diff3';
import {
  childrenOf,
  isDocstring,
  outline,
  parses,
  type Item,
  type Outline
} from './python-outline.js';
import { linesOf, solutionRegion, STUB, withoutRegions } from './regions.js';

interface Options {
  /** Whether what the program prints is graded; where it is not, the starter's own printing stays. */
  gradesOutput: boolean;
}

/** Made of the Solution, or of the Accepted answer that leaves more of the starter: often that is the starter, completed. */
export function answerSource(challenge: Challenge, options: Options): string {
  const { starter, solution, accepted } = challenge;
  // Without a region, nbgrader would put its stub in the place of the starter.
  if (solution === null) return [starter, ...solutionRegion([])].join('\n');
  const whole = solutionRegion(solution.split('\n')).join('\n');
  const candidates = [solution, ...accepted.map(({ source }) => source)]
    .map((answer) => merged(starter, answer, options))
    .filter((source) => source !== null)
    .map((source) => ({ source, loss: lossOf(starter, source) }))
    .sort((a, b) => a.loss - b.loss);
  return candidates[0]?.source ?? whole;
}

/** How far the students' copy is from the starter: lines that it lacks count more than stubs that it has. */
function lossOf(starter: string, source: string): number {
  const left = withoutRegions(source).split('\n');
  const lost = starter
    .split('\n')
    .filter((line) => !isBlankOrComment(line) && !left.includes(line));
  return 10 * lost.length + left.filter((line) => line.trim() === STUB[1]).length;
}

/** `null` where no such cell would run, here or in the students' copy. */
function merged(starter: string, answer: string, options: Options): string | null {
  const [from, to] = [outline(starter), outline(answer)];
  if (from === null || to === null) return null;
  const source = new Merge(options).lists(from, to, true).join('\n');
  const cleared = withoutRegions(source);
  const isSound = cleared !== source && parses(linesOf(source, 'solution').join('\n'));
  return isSound && parses(cleared) ? source : null;
}

class Merge {
  constructor(private readonly options: Options) {}

  lists(starter: Outline, answer: Outline, isTop: boolean): string[] {
    const [docstring, from] = withoutDocstring(starter);
    const [, to] = withoutDocstring(answer);
    const lines = [...docstring];
    const hunks = diffIndices(from.map(alignmentKey), to.map(alignmentKey));
    let [position, other] = [0, 0];
    const copy = (until: number): void => {
      for (; position < until; position++, other++) {
        lines.push(...this.#matched(from[position] as Item, to[other] as Item));
      }
    };
    for (const { buffer1, buffer2 } of hunks) {
      copy(buffer1[0]);
      const removed = from.slice(position, position + buffer1[1]);
      const added = to.slice(other, other + buffer2[1]);
      position += buffer1[1];
      other += buffer2[1];
      const next = from[position];
      const following = next?.leading ?? starter.trailing;
      lines.push(...this.#changed(removed, added, following, starter.indent, isTop));
      // Its comments have been written.
      if (next === undefined) return lines;
      from[position] = { ...next, leading: [] };
    }
    copy(from.length);
    return [...lines, ...starter.trailing];
  }

  #matched(starter: Item, answer: Item): string[] {
    const { leading, lines, header, body } = starter;
    if (starter.key === answer.key || body === null || answer.body === null) {
      return [...leading, ...lines];
    }
    return [...leading, ...header, ...this.lists(body, answer.body, false)];
  }

  /** Statements of the starter that the answer has not, against those that it has instead. */
  #changed(
    removed: Item[],
    added: Item[],
    following: string[],
    indent: string,
    isTop: boolean
  ): string[] {
    const starterPrints = isTop && !this.options.gradesOutput;
    const wanted = starterPrints ? added.filter((item) => !isPrint(item)) : added;
    const before: string[] = [];
    const after: string[] = [];
    const comments: string[] = [];
    for (const item of removed) {
      if (wanted.some((other) => overwrites(other, item))) {
        before.push(...comments.splice(0), ...item.leading, ...item.lines);
        continue;
      }
      const stays =
        (starterPrints && isPrint(item)) ||
        (isReturn(item) && wanted.at(-1)?.node.name === 'ReturnStatement');
      if (stays && after.length > 0) after.push(...item.leading, ...item.lines);
      else {
        comments.push(...item.leading);
        if (stays) after.push(...item.lines);
      }
    }
    if (wanted.length === 0) return [...comments, ...after, ...following];
    const solution = wanted.flatMap(({ leading, lines }) => [...leading, ...lines]);
    const region = solutionRegion(
      solution.slice(solution.findIndex((line) => line.trim() !== '')),
      indent
    );
    return [...before, ...placed(region, comments, after, following)];
  }
}

/** In the place that the starter marks, or else where the statements are missing. */
function placed(
  region: string[],
  comments: string[],
  after: string[],
  following: string[]
): string[] {
  const pool = [...comments, ...(after.length === 0 ? following : [])];
  const rest = after.length === 0 ? [] : [...after, ...following];
  const place = pool.findIndex((line) =>
    /^\s*#.*\b(your (code|answer|solution)|todo)\b/i.test(line)
  );
  if (place === -1) {
    return [...comments, ...region, ...pool.slice(comments.length), ...rest];
  }
  // nbgrader's stub brings this very comment.
  const kept = (pool[place] ?? '').trim() === STUB[0] ? place : place + 1;
  return [...pool.slice(0, kept), ...region, ...pool.slice(place + 1), ...rest];
}

function alignmentKey({ key, headerKey, body }: Item): string {
  return body === null ? key : `${body.indent}:${headerKey}`;
}

function withoutDocstring({ items }: Outline): [lines: string[], rest: Item[]] {
  const [first, ...rest] = items;
  return first !== undefined && isDocstring(first.node)
    ? [[...first.leading, ...first.lines], rest]
    : [[], [...items]];
}

function isBlankOrComment(line: string): boolean {
  return /^\s*(#|$)/.test(line);
}

function isPrint({ lines }: Item): boolean {
  return lines[0]?.startsWith('print(') === true;
}

/** After another `return` it is never reached, and means nothing. */
function isReturn({ node, lines }: Item): boolean {
  return node.name === 'ReturnStatement' && !/\b(yield|await)\b|:=/.test(lines.join('\n'));
}

/** `name = literal`, which the other statement assigns again: to run both does no harm. */
function overwrites(other: Item, item: Item): boolean {
  const [name, assign, value, ...more] = childrenOf(item.node);
  if (item.node.name !== 'AssignStatement' || other.node.name !== 'AssignStatement') return false;
  if (name?.name !== 'VariableName' || assign?.name !== 'AssignOp' || more.length > 0) return false;
  if (!/^(String|Number|Boolean|None)$/.test(value?.name ?? '')) return false;
  const target = (from: Item): string =>
    /^\s*([^\W\d]\w*)\s*=(?!=)/u.exec(from.lines[0] ?? '')?.[1] ?? '';
  return target(item) !== '' && target(item) === target(other);
}
