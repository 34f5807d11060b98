/** Why a kernel's Python has ended, from what is known of its end, and how a learner is told. */

export type Death = 'exited' | 'memory' | 'calls' | 'fatal' | 'unstarted' | 'unknown';

/** Pyodide's last words, as its kernel logs them. */
const EXITED = 'Pyodide has exited';
/** And the instant kernel's, where Pyodide has none. */
const FATAL = /^(Pyodide has suffered a fatal error|Python can run no more cells)/;

/** What browsers say of the cause. */
const CAUSES: readonly (readonly [RegExp, Death])[] = [
  [/call stack|too much recursion/i, 'calls'],
  [
    /MemoryError|out of memory|memory allocation|allocation failed|could not allocate|enlarge memory/i,
    'memory'
  ]
];

/** @returns null where the text, from the kernel's log, is about something else. */
export function deathIn(text: string): Death | null {
  if (text.startsWith(EXITED)) return 'exited';
  if (!FATAL.test(text)) return null;
  return CAUSES.find(([said]) => said.test(text))?.[1] ?? 'fatal';
}

const REASONS: Readonly<Record<Death, string>> = {
  exited: 'Python has ended, since the program told it to.',
  memory: 'Python ran out of memory and has stopped.',
  calls:
    'Python ran out of room for calls within calls and has stopped. Something may call itself without end, or be nested too deeply.',
  fatal: 'Python met an error that it could not survive, and has stopped.',
  unstarted: 'Python could not be started.',
  unknown: 'Python has stopped.'
};

const KEPT = 'Your notebook and its outputs are kept';

export function deathNotice(death: Death): string {
  const remedy =
    death === 'unstarted'
      ? `${KEPT}. Restart Python, or reload the page.`
      : `${KEPT}, but variables are gone: restart Python, then run your cells again.`;
  return `${REASONS[death]} ${remedy}`;
}
