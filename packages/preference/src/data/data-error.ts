/** Data that cannot be learned from as they are; the message says what and where. */

/**
 * Data that cannot be learned from as they are; the message says what and where.
 *
 * @example
 * ```ts
 * const lines = ['{"prompt": "2 + 2?", "chosen": "4.", "rejected": "5."}\n', '{"prompt": "3 + 3?"}\n'];
 * let problem;
 * try {
 *   for await (const pair of readPairs(lines)) console.assert(pair.chosen === '4.');
 * } catch (error) {
 *   problem = error;
 * }
 * problem instanceof DataError; // → true
 * problem.line; // → 2
 * problem.message; // → 'line 2: there is no "chosen"; there is "prompt"'
 * ```
 */
export class DataError extends Error {
  override name = 'DataError';

  /** @param line in the file, from 1, where there is one */
  constructor(
    message: string,
    readonly line?: number
  ) {
    super(line === undefined ? message : `line ${line}: ${message}`);
  }
}
