/** A Sandbox that is made at its first use, and knows whether its next interpreter is ready. */

import type { Sandbox } from '@lectern/grader';
import type { ISandbox } from '../tokens.js';

export class LazySandbox implements ISandbox {
  constructor(create: () => Sandbox) {
    this.#create = create;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  prewarm(): Promise<void> {
    this.#warming ??= this.#warm().finally(() => (this.#warming = null));
    return this.#warming;
  }

  readonly sandbox: Sandbox = {
    run: (request, options) => this.#use((inner) => inner.run(request, options)),
    author: {
      record: (request, options) => this.#use(({ author }) => author.record(request, options)),
      mutate: (request, options) => this.#use(({ author }) => author.mutate(request, options)),
      runBatch: (request, options) => this.#use(({ author }) => author.runBatch(request, options)),
      runCells: (request, options) => this.#use(({ author }) => author.runCells(request, options)),
      withTests: (request, use, options) =>
        this.#use(({ author }) => author.withTests(request, use, options))
    },
    prewarm: () => this.prewarm(),
    dispose: () => this.#inner?.dispose()
  };

  async #warm(): Promise<void> {
    // Made in here, so that a failure rejects, and the next call tries anew.
    this.#inner ??= this.#create();
    await this.#inner.prewarm();
    this.#isReady = true;
  }

  async #use<T>(work: (inner: Sandbox) => Promise<T>): Promise<T> {
    this.#inner ??= this.#create();
    // Each interpreter is used once: the next is made ready as soon as this one is done.
    this.#isReady = false;
    try {
      return await work(this.#inner);
    } finally {
      void this.prewarm().catch(() => undefined);
    }
  }

  readonly #create: () => Sandbox;
  #inner: Sandbox | null = null;
  #warming: Promise<void> | null = null;
  #isReady = false;
}
