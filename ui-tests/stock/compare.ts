/** Answers made comparable: what two runs of one and the same kernel would not have in common is given a name. */

import type { Answer, Message } from './kernel-page.js';
import type { Probe } from './probes.js';

const ALWAYS: [RegExp, string][] = [
  [/0x[0-9a-f]{4,}/g, 'ADDRESS'],
  [/[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g, 'UUID'],
  [/http:\/\/127\.0\.0\.1:\d+\//g, 'HOST/'],
  [/\/tmp\/tmp\w+/g, 'TEMPORARY']
];

/** One message a line, so that a difference reads as one. */
export function comparable(answer: Answer, probe: Probe): string[] {
  return joined(answer).map(({ type, content }) => {
    let text = JSON.stringify(content, sortKeys);
    for (const [pattern, name] of [...ALWAYS, ...(probe.hide ?? [])]) {
      text = text.replace(pattern, name);
    }
    return `${type} ${text}`;
  });
}

/** How a stream is cut into messages is nobody's promise. */
function joined(answer: Answer): Message[] {
  const messages: Message[] = [];
  for (const { type, content } of answer) {
    const last = messages.at(-1);
    const [before, now] = [last?.content, content] as { name?: string; text: string }[];
    if (type === 'stream' && last?.type === 'stream' && before.name === now.name) {
      last.content = { ...now, text: before.text + now.text };
    } else messages.push({ type, content });
  }
  return messages;
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
