/** The two parts of the npm package `pyodide` that are inlined into the sandbox's scripts. */

declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: unknown;
  export default createPyodideModule;
}
declare module 'pyodide/pyodide.mjs' {
  export const version: string;
  export function loadPyodide(options: Record<string, unknown>): Promise<Pyodide>;
  export interface Pyodide {
    pyimport(name: string): {
      run(
        requestJson: string,
        emit: (eventJson: string) => void,
        now?: () => number
      ): { ask(messageJson: string): void } | undefined;
    };
  }
}
