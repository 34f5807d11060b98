/** Data that cannot be learned from as they are; the message says what and where. */

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
