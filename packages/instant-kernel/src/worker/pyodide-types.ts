/** As much of Pyodide and Emscripten as is used here, private parts included: their types are not published. */

export interface PyodideOptions {
  indexURL?: string;
  lockFileURL?: string;
  packages?: string[];
  stdout?: (text: string) => void;
  stderr?: (text: string) => void;
  [other: string]: unknown;
}

export interface Pyodide {
  version: string;
  loadedPackages: Record<string, string>;
  loadPackage(names: string[]): Promise<unknown>;
  runPython(code: string, options: { globals: PyProxy }): unknown;
  toPy(values: Record<string, unknown>): PyProxy;
  FS: EmscriptenFS;
  _api: PyodideApi;
  _module: { __hiwire_set(index: number, value: unknown): number };
}

export interface PyProxy {
  destroy(): void;
}

export interface PyodideApi {
  config: { indexURL: string };
  on_fatal?: (error: unknown) => unknown;
  getExpectedKeys(): unknown[];
  [name: string]: unknown;
}

export interface EmscriptenSettings {
  API: PyodideApi;
}

export interface FileNode {
  usedBytes: number;
}

export interface EmscriptenFS {
  mkdirTree(path: string): void;
  mknod(path: string, mode: number, device: number): FileNode;
  unlink(path: string): void;
}

export type LoadPyodide = (options: PyodideOptions) => Promise<Pyodide>;
export interface EmscriptenModule {
  HEAP32: Int32Array;
  /** Addresses. */
  __PyRuntime: number;
  __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
}

export type CreateModule = (settings: EmscriptenSettings) => Promise<EmscriptenModule>;
