/** The sandbox in a browser: `@lectern/grader/browser`. */

import { InterpreterSandbox } from '../host/interpreter-sandbox.js';
import type { InterpreterHost } from '../host/interpreter.js';
import type { Sandbox } from '../sandbox.js';
import { fetchAssets } from './assets.js';
import { FrameHost } from './frame-host.js';

export interface BrowserSandboxOptions {
  /** Where the folder that the package's build made (`sandbox/`) is served. */
  assetsUrl: string;
}

/** Nothing is fetched before the first run or `prewarm()`. A failed load is tried again the next time. */
export function createBrowserSandbox({ assetsUrl }: BrowserSandboxOptions): Sandbox {
  return new InterpreterSandbox(new LazyFrameHost(assetsUrl), { spares: true });
}

class LazyFrameHost implements InterpreterHost {
  #host: FrameHost | null = null;

  constructor(private readonly assetsUrl: string) {}

  spawn(): ReturnType<FrameHost['spawn']> {
    this.#host ??= new FrameHost(
      () => fetchAssets(this.assetsUrl),
      () => this.dispose() // so that the next one starts afresh
    );
    return this.#host.spawn();
  }

  dispose(): void {
    this.#host?.dispose();
    this.#host = null;
  }
}
