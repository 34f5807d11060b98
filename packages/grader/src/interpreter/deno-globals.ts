/**
 * Makes Deno look like a browser's worker before Pyodide's scripts look around, so that they take the same
 * path in both hosts. What keeps the code in is the process's missing permissions, not this.
 */

/** Kept for the child's own use. */
export const host = (globalThis as unknown as { Deno: DenoHost }).Deno;

export interface DenoHost {
  args: string[];
  readFileSync(path: string): Uint8Array;
  stdin: { readable: ReadableStream<Uint8Array> };
  stdout: { writeSync(bytes: Uint8Array): number };
  permissions: {
    revokeSync(descriptor: { name: string; path?: string }): { state: string };
    querySync(descriptor: { name: string; path?: string }): { state: string };
  };
  exit(code: number): never;
}

const global = globalThis as Record<string, unknown>;
delete global['Deno'];
delete global['process'];
global['WorkerGlobalScope'] = class {
  static [Symbol.hasInstance](value: unknown): boolean {
    return value === globalThis;
  }
};
Object.defineProperty(globalThis, 'location', {
  value: new URL('https://sandbox.invalid/'),
  configurable: true
});
