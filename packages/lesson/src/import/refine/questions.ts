/** Questions and tasks: where one ends and the next begins, and what kind of answer each wants. */

import type { QuestionSection } from '../section-names.js';
import { wordCount } from '../words.js';

const IMPERATIVE =
  /^(?:add|argue|build|calculate|change|choose|compare|complete|compute|consider|create|define|derive|describe|design|determine|discuss|draw|estimate|explain|extend|find|fit|fix|give|identify|implement|justify|list|load|modify|name|outline|plot|predict|print|prove|repeat|rewrite|run|show|sketch|solve|state|suggest|summari[sz]e|suppose|train|try|use|verify|write)\b/i;
/** Of these, the ones whose answer is a program, where the task speaks of one. */
const PROGRAM =
  /\b(?:code|function|program|script|python|loop|class|method|plot|implement|print|dataframe|array)\b/i;
const OPEN =
  /^(?:why|how(?! (?:many|much|often|long|far|old|big|large|tall|fast|high))|in what (?:way|sense)|what (?:if|happens|would|does|do|did|might|could|can|should|makes|explains)|explain|describe|discuss|can you|could you|do you|would you|give|suppose)\b/i;
const NUMERIC =
  /^(?:how (?:many|much|long|far|old|big|large|tall|fast|high)|what (?:percentage|fraction|number|value) of)\b/i;
const FOLLOW_UP = /^(?:why(?: not)?\?|(?:explain|justify|give|show|discuss)\b)/i;

/** A paragraph as the questions in it; `null` when it ends in something else. */
export function splitQuestions(text: string): string[] | null {
  if (!/\?["”’)*_]*$/.test(text.trim())) return null;
  const parts = text.trim().split(/(?<=\?["”’)*_]*)\s+(?=["“'(*_]*\p{Lu})/u);
  const questions: string[] = [];
  for (const part of parts) {
    const isFollowUp = FOLLOW_UP.test(part) && wordCount(part) <= 4;
    if (isFollowUp && questions.length > 0) questions.push(`${questions.pop()} ${part}`);
    else questions.push(part);
  }
  return questions;
}

export function isQuestion(text: string): boolean {
  return splitQuestions(text) !== null;
}

const TRUE_FALSE = /^(?:true or false|true\/false|t\/f)\b/i;
const BLANK = /_{3,}|\.{5,}/;

/** A task that a sentence sets, such as “Write a function that …”. */
export function isTask(text: string): boolean {
  const start = plainStart(text);
  if (TRUE_FALSE.test(start) || BLANK.test(start)) return true;
  return IMPERATIVE.test(start) && wordCount(text) >= 3;
}

export type Reading =
  /** Its answer is a program, or words. */
  | { kind: 'open'; answer: 'code' | 'text'; reason: string }
  | { kind: 'quiz'; type: 'single' | 'multiple' | 'numeric' | 'text'; choices: string[] };

/** `choices` are those that stand below the question. */
export function readQuestion(text: string, choices: string[], section: QuestionSection): Reading {
  if (choices.length > 0) {
    const type =
      /\b(?:all that apply|select all|choose all|which of (?:the following|these) are)\b/i.test(
        text
      )
        ? 'multiple'
        : 'single';
    return { kind: 'quiz', type, choices };
  }
  const question = plainStart(text);
  if (TRUE_FALSE.test(question))
    return { kind: 'quiz', type: 'single', choices: ['True', 'False'] };
  if (BLANK.test(question)) return { kind: 'quiz', type: 'text', choices: [] };
  if (!isQuestion(text)) {
    return PROGRAM.test(text)
      ? { kind: 'open', answer: 'code', reason: 'it asks for a program' }
      : { kind: 'open', answer: 'text', reason: 'it asks for an explanation' };
  }
  if (section === 'practice') {
    return { kind: 'open', answer: 'text', reason: 'it gives no choices' };
  }
  const named = namedChoices(question);
  if (named.length > 0) return { kind: 'quiz', type: 'single', choices: named };
  if (OPEN.test(lastSentence(question))) {
    return { kind: 'open', answer: 'text', reason: 'it gives no choices, and has no short answer' };
  }
  return {
    kind: 'quiz',
    type: NUMERIC.test(lastSentence(question)) ? 'numeric' : 'text',
    choices: []
  };
}

function plainStart(text: string): string {
  return text.replace(/^[\s*_"“'(]+/, '').replace(/\s+/g, ' ');
}

function lastSentence(text: string): string {
  return text.split(/(?<=[.!])\s+/).at(-1) ?? text;
}

const ASKING = /\b(?:which|what|who|where|when|is|are|was|were|do|does|did|would|should|will)\b/i;

/** `Which is easier, a rating or a choice?`: the choices that the question itself names. */
function namedChoices(question: string): string[] {
  const [, before = '', list = '', last = ''] =
    /^(.*?)[,:–—]\s*([^?]+?),?\s+or\s+([^,?]+)\?\W*$/.exec(question) ?? [];
  const whole = [...list.split(/,\s*/), last].map((choice) => choice.trim());
  const two = [whole.at(-2) ?? '', last.trim()];
  for (const choices of [whole, two]) {
    const areShort = choices.every(
      (choice) => choice !== '' && wordCount(choice) <= 5 && !ASKING.test(choice)
    );
    if (list !== '' && areShort && ASKING.test(before)) return choices;
  }
  return [];
}
