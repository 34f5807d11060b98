/**
 * What the child process has of its runtime, Deno or Node, taken before Pyodide's scripts look around: from then on
 * either looks like a browser's worker, so that they take the same path in every host. What keeps the code in is
 * the process's missing permissions, not this.
 */

export interface ChildHost {
  /** Of a file in the bundle, as long as nothing has been given up. */
  readFile(name: string): Uint8Array;
  /** Gives up what only the start needed; throws where anything is left. */
  giveUp(): void;
  /** The lines of standard input, to its end. */
  lines(): AsyncGenerator<string>;
  write(text: string): void;
  exit(): never;
}

interface Runtime {
  args: string[];
  readFile(path: string): Uint8Array;
  giveUp(folder: string): void;
  stdin(): AsyncIterable<Uint8Array>;
  writeSync(bytes: Uint8Array): number;
  exit(): never;
}

const global = globalThis as unknown as {
  Deno?: DenoGlobal;
  process: NodeProcess;
  [name: string]: unknown;
};
const runtime = global.Deno === undefined ? node(global.process) : deno(global.Deno);
const [folder = '', isolation = ''] = runtime.args;

export const host: ChildHost = {
  readFile: (name) => runtime.readFile(`${folder}/${name}`),
  giveUp: () => {
    if (isolation !== 'none') runtime.giveUp(folder);
  },
  async *lines() {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of runtime.stdin()) {
      text += decoder.decode(chunk, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      yield* lines;
    }
  },
  write: (text) => {
    const bytes = new TextEncoder().encode(text);
    let written = 0;
    while (written < bytes.length) written += runtime.writeSync(bytes.subarray(written));
  },
  exit: () => runtime.exit()
};

looksLikeAWorker();

function looksLikeAWorker(): void {
  delete global['Deno'];
  delete (global as Partial<typeof global>).process;
  global['self'] ??= globalThis;
  global['WorkerGlobalScope'] = class {
    static [Symbol.hasInstance](value: unknown): boolean {
      return value === globalThis;
    }
  };
  Object.defineProperty(globalThis, 'location', {
    value: new URL('https://sandbox.invalid/'),
    configurable: true
  });
}

interface DenoGlobal {
  args: string[];
  readFileSync(path: string): Uint8Array;
  stdin: { readable: AsyncIterable<Uint8Array> };
  stdout: { writeSync(bytes: Uint8Array): number };
  permissions: {
    revokeSync(descriptor: { name: string; path?: string }): { state: string };
    querySync(descriptor: { name: string; path?: string }): { state: string };
  };
  exit(code: number): never;
}

function deno(deno: DenoGlobal): Runtime {
  return {
    args: deno.args,
    readFile: (path) => deno.readFileSync(path),
    giveUp: (path) => {
      deno.permissions.revokeSync({ name: 'read', path });
      for (const name of ['read', 'write', 'net', 'env', 'run', 'sys', 'ffi', 'import']) {
        if (deno.permissions.querySync({ name }).state === 'granted') throw stillGranted(name);
      }
      if (deno.permissions.querySync({ name: 'read', path }).state === 'granted') {
        throw stillGranted('read');
      }
    },
    stdin: () => deno.stdin.readable,
    writeSync: (bytes) => deno.stdout.writeSync(bytes),
    exit: () => deno.exit(0)
  };
}

interface NodeProcess {
  argv: string[];
  stdin: AsyncIterable<Uint8Array>;
  permission?: {
    drop(scope: string, path?: string): void;
    has(scope: string, path?: string): boolean;
  };
  getBuiltinModule(name: 'node:fs'): {
    readFileSync(path: string): Uint8Array;
    writeSync(descriptor: number, bytes: Uint8Array): number;
  };
  getBuiltinModule(name: 'node:os'): { setPriority: unknown };
  exit(code: number): never;
}

function node(process: NodeProcess): Runtime {
  const fs = process.getBuiltinModule('node:fs');
  return {
    args: process.argv.slice(2),
    readFile: (path) => fs.readFileSync(path),
    giveUp: (path) => {
      if (process.permission === undefined) throw stillGranted('everything');
      process.permission.drop('fs.read', path);
      for (const scope of NODE_SCOPES) {
        if (process.permission.has(scope, path)) throw stillGranted(scope);
      }
      forgetSignals(process);
    },
    stdin: () => process.stdin,
    writeSync: (bytes) => {
      try {
        return fs.writeSync(1, bytes);
      } catch (error) {
        if ((error as { code?: string }).code === 'EAGAIN') return 0; // the pipe is full: again
        throw error;
      }
    },
    exit: () => process.exit(0)
  };
}

const NODE_SCOPES = [
  'fs.read',
  'fs.write',
  'child',
  'worker',
  'net',
  'wasi',
  'inspector',
  'addon',
  'ffi'
];

/**
 * Node's permissions say nothing about signals and priorities. The native functions behind them are let go of
 * before anything else can hold them, so that there is nothing left to find.
 */
function forgetSignals(process: NodeProcess): void {
  for (const name of ['_kill', 'kill', '_debugProcess', '_debugEnd']) {
    Object.defineProperty(process, name, { value: undefined, configurable: false });
  }
  Object.defineProperty(process.getBuiltinModule('node:os'), 'setPriority', {
    value: undefined,
    configurable: false
  });
}

function stillGranted(what: string): Error {
  return new Error(`permission ${what} is still granted`);
}
