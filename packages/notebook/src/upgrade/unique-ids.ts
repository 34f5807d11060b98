/** Ids as nbformat 4.5 wants them: each cell has one, and no two the same. */

import { sha256 } from '@lectern/lesson';

const VALID = /^[a-zA-Z0-9_-]{1,64}$/;

export class UniqueIds {
  readonly #taken = new Set<string>();

  /** The id itself where it is valid and free; else one made from `key`, always the same for the same cells. */
  take(id: string | null, key: string): string {
    let candidate = id ?? '';
    for (let attempt = 0; !VALID.test(candidate) || this.#taken.has(candidate); attempt++) {
      candidate = sha256(JSON.stringify([id, key, attempt])).slice(0, 16);
    }
    this.#taken.add(candidate);
    return candidate;
  }
}
