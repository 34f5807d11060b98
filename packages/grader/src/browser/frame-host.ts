/**
 * Interpreters as workers inside a sandboxed iframe of no origin, whose content policy lets nothing out:
 * no request, no storage, no page. Why it starts as it does is in docs/decisions/browser-start.md.
 */

import type { Interpreter, InterpreterHost } from '../host/interpreter.js';
import type { BrowserAssets } from './assets.js';
import { ASSETS, type FromFrame, type ToFrame } from './messages.js';

/**
 * `unsafe-eval` is for the interpreter's own script, which a worker is sent as text. It opens nothing: whoever
 * reaches JavaScript in there may as well call what is there, and no request is allowed to any of it.
 */
const POLICY =
  "default-src 'none'; worker-src data:; script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'";

export class FrameHost implements InterpreterHost {
  readonly #frame: HTMLIFrameElement;
  readonly #interpreters = new Map<number, Interpreter>();
  readonly #listener: (event: MessageEvent<FromFrame>) => void;
  readonly #onFault: () => void;
  #nextId = 1;
  #isLoaded = false;

  /** `onFault`: something that every interpreter needs is not to be had; each of them was told. */
  constructor(loadAssets: () => Promise<BrowserAssets>, onFault: () => void) {
    this.#onFault = onFault;
    this.#frame = document.createElement('iframe');
    this.#frame.setAttribute('sandbox', 'allow-scripts');
    this.#frame.setAttribute('aria-hidden', 'true');
    this.#frame.title = 'Lectern sandbox';
    this.#frame.style.display = 'none';
    const assets = loadAssets();
    this.#listener = ({ source, data }) => {
      if (source !== this.#frame.contentWindow) return;
      if (data.kind === 'message') this.#interpreters.get(data.id)?.onMessage(data.text);
      else if (data.kind === 'ended') this.#interpreters.get(data.id)?.onExit('exit');
      else if (data.kind === 'frame-fault') this.#fail(data.message);
      else if (data.kind === 'loaded') this.#onLoaded(assets);
    };
    addEventListener('message', this.#listener);
    assets.then(
      ({ frame }) => {
        // The script is ours and holds no "</script"; it comes as text, since the frame may fetch nothing.
        this.#frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${frame}</script>`;
        document.body.append(this.#frame);
      },
      (error: unknown) => this.#fail(error)
    );
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
    if (this.#isLoaded) this.#post({ kind: 'spawn', id });
    return interpreter;
  }

  dispose(): void {
    removeEventListener('message', this.#listener);
    this.#frame.remove();
  }

  /** The first interpreter starts while the files are still on their way: it waits for them in the frame. */
  #onLoaded(assets: Promise<BrowserAssets>): void {
    this.#isLoaded = true;
    for (const id of this.#interpreters.keys()) this.#post({ kind: 'spawn', id });
    for (const name of ASSETS) {
      assets
        .then(async ({ files }) => {
          const bytes = await files[name];
          this.#post({ kind: 'asset', name, bytes }, [bytes]);
        })
        .catch((error: unknown) => this.#fail(error));
    }
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    for (const interpreter of [...this.#interpreters.values()]) {
      interpreter.onMessage(`fault ${message}`);
    }
    this.#onFault();
  }

  #post(message: ToFrame, transfer: Transferable[] = []): void {
    this.#frame.contentWindow?.postMessage(message, '*', transfer);
  }
}
