/** A quiz cell's metadata, read as what it is: data from a file that anybody may have edited. */

import type { GradableQuiz } from '@lectern/grader';
import type { QuizAnswer, QuizMatch, QuizType } from '@lectern/lesson';
import { decodeBase64, isAmount, isRecord, isText } from '../metadata-values.js';

/** Everything the form needs, with nothing left to check. */
export interface QuizDefinition extends GradableQuiz {
  title: string | null;
  /** Markdown, as are the options' texts and `closing`. */
  question: string;
  /** Of `single` and `multiple`; empty for the others. */
  options: { key: string; text: string }[];
  closing: string;
}

const TYPES: readonly string[] = ['single', 'multiple', 'numeric', 'text'];

/** The quiz that `cell.metadata.lectern` describes, or `null` where it describes none that can be answered. */
export function readQuiz(metadata: unknown): QuizDefinition | null {
  if (!isRecord(metadata) || metadata.kind !== 'quiz' || !isRecord(metadata.quiz)) return null;
  const { id, type, title, question, closing, partial, points, graded } = metadata.quiz;
  if (!isText(id) || !isType(type)) return null;
  const options = readOptions(metadata.quiz.options);
  const isTyped = type === 'numeric' || type === 'text';
  if (!isTyped && options.length === 0) return null;
  const answers = readAnswers(metadata.quiz.answers);
  return {
    id,
    type,
    title: isText(title) ? title : null,
    question: isText(question) ? question : '',
    options,
    closing: isText(closing) ? closing : '',
    partial: partial === true,
    points: isAmount(points) ? (points as 1) : 1,
    graded: graded === true && answers !== null && answers.some(({ correct }) => correct),
    // What nothing is known of can still be chosen.
    answers: answers ?? options.map((option) => ({ ...option, ...UNKNOWN }))
  };
}

const UNKNOWN = { correct: false, feedback: null, match: null };

function isType(value: unknown): value is QuizType {
  return TYPES.includes(value as string);
}

function readOptions(value: unknown): QuizDefinition['options'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((option: unknown) =>
    isRecord(option) && isText(option.key) && typeof option.text === 'string'
      ? [{ key: option.key, text: option.text }]
      : []
  );
}

function readAnswers(encoded: unknown): QuizAnswer[] | null {
  const json = decodeBase64(encoded);
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.flatMap(readAnswer) : null;
  } catch {
    return null;
  }
}

function readAnswer(value: unknown): QuizAnswer[] {
  if (!isRecord(value) || !isText(value.key)) return [];
  const { key, text, correct, feedback, match } = value;
  return [
    {
      key,
      text: isText(text) ? text : '',
      correct: correct === true,
      feedback: isText(feedback) ? feedback : null,
      match: readMatch(match)
    }
  ];
}

function readMatch(value: unknown): QuizMatch | null {
  if (!isRecord(value)) return null;
  const { kind, text, source, flags, value: number, tolerance } = value;
  if (kind === 'text' && typeof text === 'string') return { kind, text };
  if (kind === 'pattern' && isText(source))
    return { kind, source, flags: flags === 'i' ? 'i' : '' };
  if (kind === 'number' && typeof number === 'number' && isAmount(tolerance)) {
    return { kind, value: number, tolerance };
  }
  return null;
}
