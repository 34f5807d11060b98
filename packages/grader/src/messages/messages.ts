/** The language of verdicts: a catalogue of ICU messages, and how one of them is said. */

import { IntlMessageFormat } from 'intl-messageformat';
import { texts } from './en.js';

export type MessageId = keyof typeof texts;

export interface Messages {
  /** A language tag (BCP 47): decides how plurals are chosen. */
  language: string;
  texts: Readonly<Record<MessageId, string>>;
}

export const english: Messages = { language: 'en', texts };

/** By language tag, the narrower first: `de-AT`, then `de`, then English. */
export function messagesFor(tag: string, catalogues: readonly Messages[] = CATALOGUES): Messages {
  const parts = tag.toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length--) {
    const wanted = parts.slice(0, length).join('-');
    const found = catalogues.find(({ language }) => language.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return english;
}

/** A translation is added here. */
const CATALOGUES: readonly Messages[] = [english];

/** The names of an English message's values: what the compiler asks for where the message is said. */
type ValuesOf<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? NameOf<Inside> | ValuesOf<Rest>
  : never;
/** `{count, plural, one {{count} call} …`: the name comes first; a branch's own words are no name. */
type NameOf<Inside extends string> = Inside extends `{${infer Nested}`
  ? NameOf<Nested>
  : Inside extends `${infer Name},${string}`
    ? NameOf<Name>
    : Inside extends `${string} ${string}` | ''
      ? never
      : Inside;

type Values<Id extends MessageId> = Record<ValuesOf<(typeof texts)[Id]>, string | number>;

/** Says a message; values are put in as they are. */
export type Say = <Id extends MessageId>(
  id: Id,
  ...values: [ValuesOf<(typeof texts)[Id]>] extends [never] ? [] : [values: Values<Id>]
) => string;

const speakers = new WeakMap<Messages, Say>();

/** A message is compiled when it is first said. One that is missing, or that cannot be formatted, is said in English. */
export function sayIn(messages: Messages): Say {
  const known = speakers.get(messages);
  if (known !== undefined) return known;
  const compiled = new Map<MessageId, IntlMessageFormat>();
  const format = (id: MessageId, values?: Record<string, string | number>): string => {
    let message = compiled.get(id);
    if (message === undefined) {
      message = compile(messages.texts[id], messages.language);
      compiled.set(id, message);
    }
    return String(message.format(values));
  };
  const say = (id: MessageId, values?: Record<string, string | number>): string => {
    try {
      return format(id, values);
    } catch (error) {
      if (messages === english) throw error;
      return (sayIn(english) as typeof say)(id, values);
    }
  };
  speakers.set(messages, say);
  return say;
}

/** Without tags: a text may hold `<`. */
function compile(text: string, language: string): IntlMessageFormat {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
}
