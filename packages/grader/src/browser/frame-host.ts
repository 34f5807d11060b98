/**
 * Interpreters as workers inside a sandboxed iframe of no origin, whose content policy lets nothing out:
 * no request, no storage, no page. What was measured of other ways is in docs/architecture.md.
 */

import type { Interpreter, InterpreterHost } from '../host/interpreter.js';
import { SandboxError } from '../sandbox.js';
import type { BrowserAssets } from './assets.js';
import type { FromFrame, ToFrame } from './frame.js';

const POLICY =
  "default-src 'none'; worker-src data:; script-src 'unsafe-inline' 'wasm-unsafe-eval'";

export class FrameHost implements InterpreterHost {
  readonly #frame: HTMLIFrameElement;
  readonly #initialised: Promise<void>;
  readonly #interpreters = new Map<number, Interpreter>();
  readonly #listener: (event: MessageEvent<FromFrame>) => void;
  #nextId = 1;

  constructor(loadAssets: () => Promise<BrowserAssets>) {
    this.#frame = document.createElement('iframe');
    this.#frame.setAttribute('sandbox', 'allow-scripts');
    this.#frame.setAttribute('aria-hidden', 'true');
    this.#frame.title = 'Lectern sandbox';
    this.#frame.style.display = 'none';
    let settle: { resolve(): void; reject(error: unknown): void };
    const initialised = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
    this.#listener = ({ source, data }) => {
      if (source !== this.#frame.contentWindow) return;
      if (data.kind === 'initialised') settle.resolve();
      else if (data.kind === 'frame-fault') settle.reject(new SandboxError(data.message));
      else if (data.kind === 'message') this.#interpreters.get(data.id)?.onMessage(data.text);
      else if (data.kind === 'loaded') {
        assets.then(
          ({ worker, wasm, stdlib, snapshot }) =>
            this.#post({ kind: 'init', worker, wasm, stdlib, snapshot }),
          (error: unknown) => settle.reject(error)
        );
      }
    };
    const assets = loadAssets();
    assets.then(
      ({ frame }) => {
        // The script is ours and holds no "</script"; it comes as text, since the frame may fetch nothing.
        this.#frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${frame}</script>`;
        document.body.append(this.#frame);
      },
      (error: unknown) => settle.reject(error)
    );
    this.#initialised = initialised;
    initialised.catch(() => undefined); // told to each interpreter that is asked for
    addEventListener('message', this.#listener);
  }

  spawn(): Interpreter {
    const id = this.#nextId++;
    const interpreter: Interpreter = {
      onMessage: () => undefined,
      onExit: () => undefined,
      start: (job) => this.#post({ kind: 'job', id, job }),
      send: (text) => this.#post({ kind: 'send', id, text }),
      kill: () => {
        this.#interpreters.delete(id);
        this.#post({ kind: 'kill', id });
      }
    };
    this.#interpreters.set(id, interpreter);
    this.#initialised.then(
      () => {
        if (this.#interpreters.has(id)) this.#post({ kind: 'spawn', id });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        interpreter.onMessage(`fault ${message}`);
      }
    );
    return interpreter;
  }

  dispose(): void {
    removeEventListener('message', this.#listener);
    this.#frame.remove();
  }

  #post(message: ToFrame): void {
    this.#frame.contentWindow?.postMessage(message, '*');
  }
}
