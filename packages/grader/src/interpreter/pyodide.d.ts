/** The two parts of the npm package `pyodide` that are inlined into the sandbox's scripts. */

declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: unknown;
  export default createPyodideModule;
}
declare module 'pyodide/pyodide.mjs' {
  export const version: string;
  export function loadPyodide(options: Record<string, unknown>): Promise<Pyodide>;
  /** Emscripten's, of which the types are not published. */
  export interface Files {
    streams: unknown[];
    cwd(): string;
    chdir(path: string): void;
    readdir(path: string): string[];
    rmdir(path: string): void;
    lookupPath(path: string): { node: unknown };
  }
  export interface Pyodide {
    FS: Files;
    _module: {
      HEAPU8: Uint8Array;
      stackSave(): number;
      _hiwire_num_refs(): number;
      __hiwire_get(index: number): unknown;
      __hiwire_set(index: number, value: unknown): number;
    };
    pyimport(name: string): {
      run(
        requestJson: string,
        emit: (eventJson: string) => void,
        now?: () => number
      ): { ask(messageJson: string): void } | undefined;
    };
  }
}
