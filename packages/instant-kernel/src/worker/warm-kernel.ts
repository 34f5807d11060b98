/** One Pyodide that is made ready before the kernel asks for it. */

import type { Manifest } from './manifest.js';
import type { LoadPyodide, Pyodide, PyodideApi, PyodideOptions } from './pyodide-types.js';
import { restore, type Parts, type Restored } from './restore.js';

/** After the kernel has got its Pyodide; a first cell that is run at once comes before it. */
const REST_AFTER_MS = 2_000;

/** Options that a restored Pyodide can still take, or that say what it has anyway. */
const TAKEN = ['indexURL', 'lockFileURL', 'packages', 'stdout', 'stderr'];

type Print = (text: string) => void;

export interface WarmKernelOptions {
  manifest: Manifest;
  loadPyodide: LoadPyodide;
  /** Told once what the next kernel of the page can be made of; nobody here uses it any more. */
  onParts: (parts: Parts) => void;
  /** Python has ended and will not run again. */
  onFatal: (message: string) => void;
}

export class WarmKernel {
  constructor(options: WarmKernelOptions) {
    this.#options = options;
  }

  /** `parts`: of an earlier kernel. */
  prepare(parts: Promise<Parts> | null = null): void {
    const { manifest, loadPyodide } = this.#options;
    this.#restored ??= restore({
      manifest,
      loadPyodide,
      parts,
      stdout: (text) => this.#stdout(text),
      stderr: (text) => this.#stderr(text)
    });
    // It is `load` that tells of a failure.
    this.#restored.then(({ parts: used }) => this.#options.onParts(used)).catch(() => 0);
  }

  /** Pyodide's own `loadPyodide`, of which this takes the place. */
  async load(options: PyodideOptions = {}): Promise<Pyodide> {
    const stderr = options.stderr ?? ((text: string) => console.error(text));
    const pyodide = await this.#fromSnapshot(options).catch((error: unknown) => {
      stderr(`The instant start failed, so Python starts in the ordinary way. ${String(error)}`);
      const { pyodideUrl } = this.#options.manifest;
      return this.#options.loadPyodide({ ...options, indexURL: pyodideUrl });
    });
    tellOfFatal(pyodide._api, this.#options.onFatal);
    return pyodide;
  }

  async #fromSnapshot(options: PyodideOptions): Promise<Pyodide> {
    const { manifest } = this.#options;
    const unknown = Object.keys(options).filter((name) => !TAKEN.includes(name));
    if (unknown.length > 0) throw new Error(`The site sets ${unknown.join(', ')}.`);
    if (options.lockFileURL !== undefined && options.lockFileURL !== manifest.lockFileUrl) {
      throw new Error('The site names another lock file than the snapshot was made from.');
    }
    if (this.#restored === null) this.prepare();
    const { pyodide, fetchTheRest } = await (this.#restored as Promise<Restored>);
    if (options.stdout !== undefined) this.#stdout = options.stdout;
    if (options.stderr !== undefined) this.#stderr = options.stderr;
    // A Pyodide is used once.
    this.#restored = null;
    setTimeout(() => void fetchTheRest(), REST_AFTER_MS);
    await loadMissing(pyodide, options.packages ?? []);
    return pyodide;
  }

  readonly #options: WarmKernelOptions;
  #restored: Promise<Restored> | null = null;
  #stdout: Print = (text) => console.log(text);
  #stderr: Print = (text) => console.error(text);
}

/** Packages that the site wants loaded and that the snapshot does not hold. */
async function loadMissing(pyodide: Pyodide, wanted: string[]): Promise<void> {
  const normalised = (name: string): string => name.toLowerCase().replaceAll('_', '-');
  const loaded = new Set(Object.keys(pyodide.loadedPackages).map(normalised));
  const missing = wanted.filter((name) => !loaded.has(normalised(name)));
  if (missing.length > 0) await pyodide.loadPackage(missing);
}

/** The kernel sets `on_fatal` for its log; this hears of it, too. */
function tellOfFatal(api: PyodideApi, onFatal: (message: string) => void): void {
  let theirs = api.on_fatal;
  Object.defineProperty(api, 'on_fatal', {
    configurable: true,
    get: () => (error: unknown) => {
      // First into the log: whoever is told may end this worker.
      const result = theirs?.(error);
      onFatal(String(error));
      return result;
    },
    set: (handler: PyodideApi['on_fatal']) => (theirs = handler)
  });
}
