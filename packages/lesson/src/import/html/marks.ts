/** Guesses on their way through Markdown: each leaves a mark in the text, which is taken out when its line is known. */

import { draftLines, type Draft, type Guess } from '../draft.js';

const OPEN = '\uE000';
const CLOSE = '\uE001';

export class Marks {
  readonly #guesses: Guess[] = [];

  /** The mark to put where the guess was made. */
  add(guess: Guess): string {
    this.#guesses.push(guess);
    return `${OPEN}${this.#guesses.length - 1}${CLOSE}`;
  }

  toDraft(markdown: string): Draft {
    return markdown.split('\n').flatMap((line) => {
      const guesses = [...line.matchAll(/\uE000(\d+)\uE001/g)].flatMap(
        ([, number]) => this.#guesses[Number(number)] ?? []
      );
      return draftLines([line.replace(/\uE000\d+\uE001/g, '')], ...guesses);
    });
  }

  /** A page may hold the characters that marks are made of. */
  static clean(html: string): string {
    return html.replace(/[\uE000\uE001]/g, '');
  }
}
