/**
 * Puts an interpreter back to where it was before a job, so that another can have it: as if it had never been used,
 * or not at all. Python is all in the memory of one WebAssembly instance, which is copied back. What is outside of it
 * can only be reached through the instance's imports: those that an ordinary program calls are known here, with what
 * they leave behind; after a call of any other there is no way back. See docs/decisions/rewinding.md.
 */

import { REWOUND_MB } from '../host/limits.js';
import type { Pyodide } from 'pyodide/pyodide.mjs';

type Import = ((...args: unknown[]) => unknown) & { sig?: string };

/** Leave nothing behind, or what `Mark` puts back: files, folders, references of Python to JavaScript's values. */
const KNOWN = new Set([
  // Calls between compiled functions, clocks, memory.
  '_PyEM_TrampolineCall_JS',
  '_Py_CheckEmscriptenSignals_Helper',
  '__cxa_throw',
  '__throw_exception_with_stack_trace',
  '_emscripten_memcpy_js',
  'can_run_sync_js',
  'clock_res_get',
  'clock_time_get',
  'emscripten_date_now',
  'emscripten_get_heap_max',
  'emscripten_get_now',
  'emscripten_get_now_res',
  'emscripten_resize_heap',
  '_localtime_js',
  '_gmtime_js',
  '_mktime_js',
  '_timegm_js',
  '_tzset_js',
  'random_get',
  'getentropy',
  // Reading a module from the library's archive, and the empty folder that each call is given.
  '__syscall_chdir',
  '__syscall_faccessat',
  '__syscall_fcntl64',
  '__syscall_fstat64',
  '__syscall_getcwd',
  '__syscall_getdents64',
  '__syscall_ioctl',
  '__syscall_lstat64',
  '__syscall_mkdirat',
  '__syscall_newfstatat',
  '__syscall_openat',
  '__syscall_rmdir',
  '__syscall_stat64',
  '__syscall_unlinkat',
  'fd_close',
  'fd_read',
  'fd_seek',
  'fd_write',
  // What it takes to hand Python the request and the function that takes its answers, and to call that one.
  'JsProxy_compute_typeflags',
  'JsvArray_Get',
  'JsvArray_New',
  'JsvArray_Push',
  'JsvAsyncGenerator_Check',
  'JsvError_Check',
  'JsvFunction_CallBound',
  'JsvGenerator_Check',
  'JsvNoValue_Check',
  'JsvPromise_Check',
  'JsvUTF8ToString',
  '__hiwire_deduplicate_delete',
  '__hiwire_deduplicate_get',
  '__hiwire_deduplicate_set',
  '_python2js_ascii',
  '_python2js_ucs1',
  '_python2js_ucs2',
  '_python2js_ucs4',
  'destroy_proxies',
  'is_comlink_proxy',
  'js2python_js',
  'proxy_cache_get',
  'proxy_cache_set',
  'pyproxy_Check',
  'pyproxy_new_ex'
]);

/**
 * What JavaScript lets go of is not told to Python, whose memory may be another's by then. To be called before Pyodide
 * looks for the class.
 */
export function forgetFinalizers(): void {
  globalThis.FinalizationRegistry = class {
    readonly [Symbol.toStringTag] = 'FinalizationRegistry';
    register(): void {}
    unregister(): boolean {
      return false;
    }
  };
}

/** Calls a function of JavaScript's: ours is the only one there is to call. */
const CALLS_JAVASCRIPT = 'JsvFunction_CallBound';

/** Watches the imports of one instance. */
export class Watch {
  /** The first import that was called and is not known. */
  stranger: string | null = null;
  /** Calls of JavaScript functions by Python. */
  callsOut = 0;
  /** Which of JavaScript's values Python has a reference to already. */
  readonly references: Map<unknown, unknown>[] = [];

  /** From here on is another job. */
  forget(): void {
    this.stranger = null;
    this.callsOut = 0;
  }

  /** To be called before the instance is made of them. */
  over(imports: WebAssembly.Imports): void {
    const env = imports['env'] as Record<string, unknown>;
    for (const [name, value] of Object.entries(env)) {
      if (typeof value !== 'function') continue;
      if (name === CALLS_JAVASCRIPT) {
        env[name] = around(value as Import, () => this.callsOut++);
      } else if (name === '__hiwire_deduplicate_new') {
        env[name] = around(value as Import, (made) =>
          this.references.push(made as Map<unknown, unknown>)
        );
      } else if (!KNOWN.has(name)) {
        env[name] = around(value as Import, () => (this.stranger ??= name));
      }
    }
  }
}

/** Emscripten keeps a function's signature, and more, on the function. */
function around(original: Import, then: (result: unknown) => void): Import {
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    const result = original.apply(this, args);
    then(result);
    return result;
  };
  return Object.assign(watched, original);
}

/** Where an interpreter was before its first job, and so before each that it was put back after. */
export class Mark {
  readonly #memory: Uint8Array;
  readonly #stack: number;
  readonly #slots: [number, unknown][];
  readonly #references: [Map<unknown, unknown>, [unknown, unknown][]][];
  readonly #files: Files;

  constructor(
    private readonly pyodide: Pyodide,
    private readonly watch: Watch
  ) {
    const module = pyodide._module;
    this.#memory = module.HEAPU8.slice();
    this.#stack = module.stackSave();
    this.#slots = slotsOf(module);
    this.#references = watch.references.map((map) => [map, [...map]]);
    this.#files = new Files(pyodide.FS);
    watch.forget();
  }

  /**
   * `null`, or why there is no way back. `callsOut`: how many times Python called what it was given to call.
   */
  rewind(callsOut: number): string | null {
    const module = this.pyodide._module;
    if (this.watch.stranger !== null) return this.watch.stranger;
    if (this.watch.callsOut !== callsOut) return 'a call of JavaScript';
    if (module.stackSave() !== this.#stack) return 'the stack';
    if (module.HEAPU8.length > REWOUND_MB * 2 ** 20) return 'the size of the memory';
    const change = this.#files.rewind();
    if (change !== null) return change;
    module.HEAPU8.set(this.#memory);
    // As memory is when it has just been asked for.
    module.HEAPU8.fill(0, this.#memory.length);
    for (const [index, value] of this.#slots) {
      if (module.__hiwire_set(index, value) < 0) return 'a reference';
    }
    for (const [map, entries] of this.#references) {
      map.clear();
      for (const [value, reference] of entries) map.set(value, reference);
    }
    this.watch.forget();
    return null;
  }
}

/** The values of JavaScript's that Python holds, by their numbers. */
function slotsOf(module: Pyodide['_module']): [number, unknown][] {
  const slots: [number, unknown][] = [];
  const count = module._hiwire_num_refs();
  // Some numbers between them may be free.
  for (let index = 0; slots.length < count && index < 4 * count + 64; index++) {
    try {
      slots.push([index, module.__hiwire_get(index)]);
    } catch {
      // Free.
    }
  }
  return slots;
}

/** Emscripten's. */
interface Node {
  mode: number;
  timestamp?: number;
  atime?: number;
  mtime?: number;
  ctime?: number;
  usedBytes?: number;
  contents?: unknown;
}

/** The file system, but for the folder of temporary files, which is emptied. */
class Files {
  readonly #folder: string;
  readonly #open: number;
  readonly #nodes: Map<string, [Node, Node]>;

  constructor(private readonly fs: Pyodide['FS']) {
    this.#folder = fs.cwd();
    this.#open = this.#countOpen();
    this.#nodes = new Map([...this.#all('')].map(([path, node]) => [path, [node, { ...node }]]));
  }

  /** `null`, or what is not as it was. */
  rewind(): string | null {
    this.fs.chdir(this.#folder);
    if (this.#countOpen() !== this.#open) return 'an open file';
    for (const name of this.#names(TEMPORARY)) {
      const path = `${TEMPORARY}/${name}`;
      // Each call is given an empty folder.
      if (!isFolder(this.#node(path)) || this.#names(path).length > 0) return path;
      this.fs.rmdir(path);
    }
    let count = 0;
    for (const [path, node] of this.#all('')) {
      const [was, before] = this.#nodes.get(path) ?? [];
      if (node !== was || before === undefined || isChanged(node, before)) return path;
      const { timestamp, atime, mtime, ctime } = before;
      Object.assign(node, { timestamp, atime, mtime, ctime });
      count++;
    }
    return count === this.#nodes.size ? null : 'a file that is gone';
  }

  #countOpen(): number {
    return this.fs.streams.filter((stream) => stream !== null && stream !== undefined).length;
  }

  #names(path: string): string[] {
    return this.fs.readdir(path).filter((name) => name !== '.' && name !== '..');
  }

  #node(path: string): Node {
    return this.fs.lookupPath(path).node as Node;
  }

  *#all(path: string): Generator<[string, Node]> {
    for (const name of this.#names(path === '' ? '/' : path)) {
      const child = `${path}/${name}`;
      if (DEVICES.has(child)) continue;
      const node = this.#node(child);
      yield [child, node];
      if (isFolder(node)) yield* this.#all(child);
    }
  }
}

const TEMPORARY = '/tmp';
const DEVICES = new Set(['/dev', '/proc']);

const isChanged = (node: Node, before: Node): boolean =>
  node.mode !== before.mode ||
  node.usedBytes !== before.usedBytes ||
  // A folder's times change with the temporary files that came and went.
  (!isFolder(node) && (node.contents !== before.contents || node.mtime !== before.mtime));

const isFolder = ({ mode }: Node): boolean => (mode & 0o170000) === 0o040000;
