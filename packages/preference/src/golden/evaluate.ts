/** Evaluates a file of golden numbers on the backend that is set. */

import { registerGradients } from '../tensor/gradients.js';
import { compare } from './compare.js';
import { isRecord, readCase } from './schema.js';
import { SECTIONS } from './sections/index.js';

/** Above this, a case has failed. */
export const TOLERANCE = 1e-5;

export interface SectionReport {
  section: string;
  /** cases of the file, and how many of them could be evaluated */
  cases: number;
  evaluated: number;
  failed: number;
  /** over the cases that were evaluated; infinite where something that is no number differs */
  largestError: number;
  /** a line for each failure */
  problems: string[];
}

export interface GoldenReport {
  sections: SectionReport[];
  cases: number;
  failed: number;
  largestError: number;
}

/**
 * Every section that the schema knows, and every other one that the file has. A section that is missing, or is
 * not known, is a failure, and so is a case that cannot be evaluated.
 *
 * @param file the parsed file
 * @throws when `file` is not of the schema `{ meta, <section>: [ … ] }` at all
 */
export async function evaluateGolden(file: unknown): Promise<GoldenReport> {
  if (!isRecord(file)) throw new Error('not a file of golden numbers: an object is wanted');
  const { meta: _meta, ...found } = file;
  if (!Object.values(found).some(Array.isArray)) {
    throw new Error('not a file of golden numbers: it has no section');
  }
  registerGradients();
  const names = [...new Set([...Object.keys(SECTIONS), ...Object.keys(found)])];
  const sections: SectionReport[] = [];
  for (const name of names) sections.push(await evaluateSection(name, found[name]));
  return {
    sections,
    cases: total(sections.map(({ cases }) => cases)),
    failed: total(sections.map(({ failed }) => failed)),
    largestError: Math.max(...sections.map(({ largestError }) => largestError))
  };
}

async function evaluateSection(name: string, cases: unknown): Promise<SectionReport> {
  const report: SectionReport = {
    section: name,
    cases: 0,
    evaluated: 0,
    failed: 0,
    largestError: 0,
    problems: []
  };
  const fail = (problem: string) => {
    report.failed += 1;
    report.problems.push(problem);
  };
  if (!Array.isArray(cases) || cases.length === 0) {
    fail(cases === undefined ? 'the section is missing' : 'a list of cases is wanted');
    return report;
  }
  for (const value of cases as unknown[]) {
    const id = isRecord(value) && typeof value['id'] === 'string' ? value['id'] : '(no id)';
    report.cases += 1;
    try {
      const { error, path } = await evaluateCase(name, value);
      report.evaluated += 1;
      report.largestError = Math.max(report.largestError, error);
      if (error > TOLERANCE) fail(`${id}: error ${formatError(error)} at ${path}`);
    } catch (error) {
      fail(`${id}: cannot be evaluated: ${oneLine(error)}`);
    }
  }
  return report;
}

async function evaluateCase(name: string, value: unknown) {
  if (!Object.hasOwn(SECTIONS, name)) throw new Error(`there is no section ${name}`);
  const golden = readCase(value);
  const { expected, grads = {} } = await SECTIONS[name]!(golden);
  const ofValues = compare(expected, golden.expected, '');
  const ofGradients = compare(grads, golden.grads, 'grads');
  return ofGradients.error > ofValues.error ? ofGradients : ofValues;
}

/** The report as the runner prints it: a line a section with its failures under it, then the totals. */
export function formatReport({ sections, cases, failed, largestError }: GoldenReport): string {
  const lines = sections.flatMap((one) => {
    const count = one.evaluated === one.cases ? one.cases : `${one.evaluated} of ${one.cases}`;
    const mark = one.failed === 0 ? '✓' : '✗';
    return [
      `${mark} ${one.section.padEnd(18)} ${String(count).padStart(3)} cases  largest error ${formatError(one.largestError)}`,
      ...one.problems.map((problem) => `    ${problem}`)
    ];
  });
  const totals = `${cases} cases, ${failed} failed, largest error ${formatError(largestError)}`;
  return [...lines, totals].join('\n');
}

const formatError = (error: number) => (error === 0 ? '0' : error.toExponential(1));
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
const oneLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
