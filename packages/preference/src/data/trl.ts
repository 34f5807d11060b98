/**
 * The dataset formats of TRL (docs, "Dataset formats and types"): text or conversations, with the prompt said or shared by
 * both answers; and Anthropic's HH-RLHF, which is known by how it begins.
 */

import { DataError } from './data-error.js';
import {
  ASSISTANT,
  HUMAN,
  extractPrompt,
  hhToConversational,
  type Completion,
  type Message
} from './formats.js';
import { readJsonl, type JsonRecord, type Source } from './jsonl.js';
import type { BinaryFeedback, PreferencePair } from './preferences.js';

/** What imitation learns from. */
export interface Demonstration {
  prompt: Completion;
  completion: Completion;
}

/**
 * Preference pairs: `{prompt, chosen, rejected}`, or `{chosen, rejected}` that begin with the same prompt.
 * @throws {DataError} at the first record that is none, with its line
 * @example
 * ```ts
 * const lines = [
 *   '{"prompt": "2 + 2?", "chosen": "4.", "rejected": "5."}\n',
 *   '{"chosen": "3 + 3? 6.", "rejected": "3 + 3? 7.", "margin": 2}\n'
 * ];
 * const pairs = [];
 * for await (const pair of readPairs(lines)) pairs.push(pair);
 * pairs[0]; // → { prompt: '2 + 2?', chosen: '4.', rejected: '5.' }
 * // What both begin with is the prompt.
 * pairs[1]; // → { prompt: '3 + 3?', chosen: ' 6.', rejected: ' 7.', margin: 2 }
 * ```
 */
export async function* readPairs(source: Source): AsyncGenerator<PreferencePair> {
  for await (const record of readJsonl(source)) yield pairOf(record);
}

function pairOf(record: JsonRecord): PreferencePair {
  const { line, value } = record;
  const [chosen, rejected] = [textIn(record, 'chosen'), textIn(record, 'rejected')];
  if (typeof chosen !== typeof rejected) {
    throw new DataError('"chosen" and "rejected" are both text, or both messages', line);
  }
  const margin = numberIn(record, 'margin');
  return {
    ...(value['prompt'] === undefined
      ? withSharedPrompt(chosen, rejected, line)
      : { prompt: promptIn(record, chosen), chosen, rejected }),
    ...(margin === undefined ? {} : { margin })
  };
}

/** @throws {DataError} where there is no prompt to be found */
function withSharedPrompt(chosen: Completion, rejected: Completion, line: number): PreferencePair {
  try {
    if (typeof chosen === 'string' && typeof rejected === 'string' && isHh(chosen)) {
      return hhToConversational({ chosen, rejected });
    }
    return extractPrompt({ chosen, rejected });
  } catch (error) {
    throw new DataError((error as Error).message, line);
  }
}

const isHh = (text: string): boolean => text.startsWith(HUMAN);

/**
 * Good and bad answers: `{prompt, completion, label}`.
 *
 * @throws {DataError} as `readPairs`
 * @example
 * ```ts
 * const lines = ['{"prompt": "2 + 2?", "completion": "5.", "label": false}\n'];
 * const feedback = [];
 * for await (const one of readFeedback(lines)) feedback.push(one);
 * feedback; // → [{ prompt: '2 + 2?', completion: '5.', label: false }]
 * ```
 */
export async function* readFeedback(source: Source): AsyncGenerator<BinaryFeedback> {
  for await (const record of readJsonl(source)) {
    const { label } = record.value;
    if (typeof label !== 'boolean') {
      throw new DataError(`"label" is ${shown(label)}, and must be true or false`, record.line);
    }
    const completion = textIn(record, 'completion');
    yield { prompt: promptIn(record, completion), completion, label };
  }
}

/**
 * Answers to imitate: `{prompt, completion}`.
 *
 * @throws {DataError} as `readPairs`
 * @example
 * ```ts
 * const lines = ['{"prompt": "2 + 2?", "completion": "4."}\n'];
 * const demonstrations = [];
 * for await (const one of readDemonstrations(lines)) demonstrations.push(one);
 * demonstrations; // → [{ prompt: '2 + 2?', completion: '4.' }]
 * ```
 */
export async function* readDemonstrations(source: Source): AsyncGenerator<Demonstration> {
  for await (const record of readJsonl(source)) {
    const completion = textIn(record, 'completion');
    yield { prompt: promptIn(record, completion), completion };
  }
}

/**
 * A record for `writeJsonl`. `implicit`: without `prompt`, which both answers begin with.
 *
 * @example
 * ```ts
 * const pair = { prompt: '2 + 2? ', chosen: '4.', rejected: '5.', annotator: 'Ada' };
 * toTrl(pair); // → { prompt: '2 + 2? ', chosen: '4.', rejected: '5.' }
 * toTrl(pair, { implicit: true }); // → { chosen: '2 + 2? 4.', rejected: '2 + 2? 5.' }
 * ```
 */
export function toTrl(
  pair: PreferencePair,
  { implicit = false }: { implicit?: boolean } = {}
): { prompt?: Completion; chosen: Completion; rejected: Completion; margin?: number } {
  const { prompt, chosen, rejected, margin } = pair;
  const more = margin === undefined ? {} : { margin };
  if (!implicit) return { prompt, chosen, rejected, ...more };
  return { chosen: joined(prompt, chosen), rejected: joined(prompt, rejected), ...more };
}

function joined(prompt: Completion, answer: Completion): Completion {
  if (typeof prompt === 'string' && typeof answer === 'string') return prompt + answer;
  if (typeof prompt !== 'string' && typeof answer !== 'string') return [...prompt, ...answer];
  throw new DataError('A prompt and its answers are both text, or both messages.');
}

const TURNS: { readonly [role: string]: string } = { user: HUMAN, assistant: ASSISTANT };

/**
 * A record of HH-RLHF for `writeJsonl`.
 * @throws {DataError} of text, and of roles that are not `user` or `assistant`
 * @example
 * ```ts
 * const pair = {
 *   prompt: [{ role: 'user', content: '2 + 2?' }],
 *   chosen: [{ role: 'assistant', content: '4.' }],
 *   rejected: [{ role: 'assistant', content: '5.' }]
 * };
 * toHh(pair).chosen; // → '\n\nHuman: 2 + 2?\n\nAssistant: 4.'
 * ```
 */
export function toHh({ prompt, chosen, rejected }: PreferencePair): {
  chosen: string;
  rejected: string;
} {
  const dialogue = (answer: Completion): string => {
    const messages = joined(prompt, answer);
    if (typeof messages === 'string') throw new DataError('HH-RLHF holds conversations, not text.');
    return messages.map(turnOf).join('');
  };
  return { chosen: dialogue(chosen), rejected: dialogue(rejected) };
}

function turnOf({ role, content }: Message): string {
  const begin = TURNS[role];
  if (begin === undefined) {
    throw new DataError(`HH-RLHF has no role "${role}": there are user and assistant.`);
  }
  return `${begin}${String(content)}`;
}

function promptIn(record: JsonRecord, answer: Completion): Completion {
  const prompt = textIn(record, 'prompt');
  if (typeof prompt !== typeof answer) {
    throw new DataError('"prompt" and the answers are both text, or both messages', record.line);
  }
  return prompt;
}

function textIn({ line, value }: JsonRecord, key: string): Completion {
  const text = value[key];
  if (typeof text === 'string') return text;
  if (text === undefined) {
    const keys = Object.keys(value).map((name) => `"${name}"`);
    throw new DataError(
      `there is no "${key}"; there ${keys.length === 1 ? 'is' : 'are'} ${keys.join(', ') || 'no keys'}`,
      line
    );
  }
  if (!Array.isArray(text)) {
    throw new DataError(`"${key}" is ${shown(text)}, and must be text or a list of messages`, line);
  }
  return text.map((message: unknown, index) =>
    messageOf(message, `"${key}", message ${index + 1}`, line)
  );
}

function messageOf(message: unknown, where: string, line: number): Message {
  const { role, content } = (message ?? {}) as { role?: unknown; content?: unknown };
  if (typeof role !== 'string' || typeof content !== 'string') {
    throw new DataError(`${where} is not {"role": text, "content": text}`, line);
  }
  return { role, content };
}

function numberIn({ line, value }: JsonRecord, key: string): number | undefined {
  const number = value[key];
  if (number === undefined || number === null) return undefined;
  if (typeof number !== 'number')
    throw new DataError(`"${key}" is ${shown(number)}, and must be a number`, line);
  return number;
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 40) ?? 'missing';
}
