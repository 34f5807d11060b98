/** Preference data in TRL's formats, and from one to another. Plain values, no tensors. */

export interface Message {
  role: string;
  content: unknown;
}

/** Text, or a conversation. */
export type Completion = string | Message[];

export interface ImplicitPrompt<T extends Completion> {
  chosen: T;
  rejected: T;
}

export interface ExplicitPrompt<T extends Completion> extends ImplicitPrompt<T> {
  prompt: T;
}

/**
 * Splits the common beginning off as the prompt: of characters (code points) without a space at its end, or of whole
 * messages. Where one is the beginning of the other, the last common element stays with the completions, as in TRL.
 *
 * Source: TRL `extract_prompt`; unlike TRL, texts that differ from the first character on have an empty prompt even
 * where one of them ends in a space.
 *
 * @param pair texts, or lists of messages, that begin with the prompt
 * @throws when either is empty, or one is text and the other a conversation
 * @example
 * ```ts
 * const pair = { chosen: 'What is 2 + 2? It is 4.', rejected: 'What is 2 + 2? It is 5.' };
 * // All that both begin with, be it of the answer.
 * extractPrompt(pair); // → { prompt: 'What is 2 + 2? It is', chosen: ' 4.', rejected: ' 5.' }
 * // Of messages, those that are the same.
 * const question = { role: 'user', content: 'What is 2 + 2?' };
 * const chosen = [question, { role: 'assistant', content: '4.' }];
 * const rejected = [question, { role: 'assistant', content: '5.' }];
 * extractPrompt({ chosen, rejected }).prompt; // → [{ role: 'user', content: 'What is 2 + 2?' }]
 * ```
 */
export function extractPrompt<T extends Completion>({
  chosen,
  rejected
}: ImplicitPrompt<T>): ExplicitPrompt<T> {
  if (chosen.length === 0 || rejected.length === 0) {
    throw new Error('extractPrompt: chosen and rejected must not be empty.');
  }
  if (typeof chosen === 'string' && typeof rejected === 'string') {
    return splitText(chosen, rejected) as ExplicitPrompt<T>;
  }
  if (typeof chosen === 'string' || typeof rejected === 'string') {
    throw new Error('extractPrompt: chosen and rejected must both be text, or both conversations.');
  }
  const at = firstDifference(chosen, rejected, sameMessage);
  return {
    prompt: chosen.slice(0, at),
    chosen: chosen.slice(at),
    rejected: rejected.slice(at)
  } as ExplicitPrompt<T>;
}

function splitText(chosen: string, rejected: string): ExplicitPrompt<string> {
  // Code points, as Python counts: half an emoji is no prompt.
  const [left, right] = [[...chosen], [...rejected]];
  let at = firstDifference(left, right, (a, b) => a === b);
  if (left[at] !== right[at] && left[at - 1] === ' ') at -= 1;
  return {
    prompt: left.slice(0, at).join(''),
    chosen: left.slice(at).join(''),
    rejected: right.slice(at).join('')
  };
}

/** The index of the first difference, or else of the last element that both have. */
function firstDifference<E>(left: E[], right: E[], same: (a: E, b: E) => boolean): number {
  const common = Math.min(left.length, right.length);
  for (let at = 0; at < common; at += 1) if (!same(left[at]!, right[at]!)) return at;
  return common - 1;
}

const sameMessage = (a: Message, b: Message) =>
  a.role === b.role && JSON.stringify(a.content) === JSON.stringify(b.content);

/** Columns of a batch: each an entry a row. */
export interface PairedColumns {
  chosen: Completion[];
  rejected: Completion[];
  [column: string]: unknown[];
}

export interface UnpairedColumns {
  completion: Completion[];
  label: boolean[];
  [column: string]: unknown[];
}

/**
 * Pairs to completions that are each labelled, as KTO wants them: all chosen first, then all rejected, every other
 * column twice.
 *
 * Source: TRL `unpair_preference_dataset`.
 *
 * @throws when columns differ in length
 * @example
 * ```ts
 * const pairs = { prompt: ['2 + 2?'], chosen: ['4.'], rejected: ['5.'] };
 * unpair(pairs); // → { prompt: ['2 + 2?', '2 + 2?'], completion: ['4.', '5.'], label: [true, false] }
 * ```
 */
export function unpair({ chosen, rejected, ...others }: PairedColumns): UnpairedColumns {
  const lengths = [chosen, rejected, ...Object.values(others)].map(({ length }) => length);
  if (new Set(lengths).size > 1) {
    throw new Error(`unpair: columns must have one length; got ${lengths.join(', ')}.`);
  }
  const twice = Object.entries(others).map(([name, column]) => [name, [...column, ...column]]);
  return {
    ...(Object.fromEntries(twice) as Record<string, unknown[]>),
    completion: [...chosen, ...rejected],
    label: [...chosen.map(() => true), ...rejected.map(() => false)]
  };
}

/** How turns begin in HH-RLHF. */
export const HUMAN = '\n\nHuman: ';
export const ASSISTANT = '\n\nAssistant: ';

/**
 * Anthropic's HH dialogues to conversations: what both have in common, back to the last `Assistant:`, is the prompt,
 * and the rest of each is one message of the assistant's.
 *
 * Source: TRL `examples/datasets/hh-rlhf-helpful-base.py`, `extract_dialogue`.
 *
 * @param pair two dialogues of which the last answers differ
 * @throws when the two share no `Assistant:` turn
 * @example
 * ```ts
 * const { prompt, chosen } = hhToConversational({
 *   chosen: '\n\nHuman: What is 2 + 2?\n\nAssistant: 4.',
 *   rejected: '\n\nHuman: What is 2 + 2?\n\nAssistant: 5.'
 * });
 * prompt; // → [{ role: 'user', content: 'What is 2 + 2?' }]
 * chosen; // → [{ role: 'assistant', content: '4.' }]
 * ```
 */
export function hhToConversational({
  chosen,
  rejected
}: ImplicitPrompt<string>): ExplicitPrompt<Message[]> {
  let common = 0;
  while (common < chosen.length && chosen[common] === rejected[common]) common += 1;
  const turn = chosen.slice(0, common).lastIndexOf(ASSISTANT);
  if (turn === -1) {
    throw new Error('hhToConversational: chosen and rejected share no "Assistant: " turn.');
  }
  const start = turn + ASSISTANT.length;
  const pieces = chosen.slice(0, turn).split(/(\n\nHuman: |\n\nAssistant: )/);
  const prompt: Message[] = [];
  // The first piece is what stands before the first speaker: nothing, in this format.
  for (let at = 1; at < pieces.length; at += 2) {
    const role = pieces[at] === HUMAN ? 'user' : 'assistant';
    prompt.push({ role, content: pieces[at + 1] ?? '' });
  }
  const answer = (text: string): Message[] => [{ role: 'assistant', content: text.slice(start) }];
  return { prompt, chosen: answer(chosen), rejected: answer(rejected) };
}
