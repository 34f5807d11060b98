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
  runPython(code: string, options?: { globals: PyProxy }): unknown;
  toPy(values: Record<string, unknown>): PyProxy;
  loadPackagesFromImports: LoadFromImports;
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
  public_api: Pyodide;
  lockfile_packages: Record<string, { file_name: string } | undefined>;
  [name: string]: unknown;
}

export interface EmscriptenSettings {
  API: PyodideApi;
}

export interface FileNode {
  usedBytes: number;
  node_ops: { mknod(parent: FileNode, name: string, mode: number, device: number): FileNode };
}

export interface EmscriptenFS {
  mkdirTree(path: string): void;
  lookupPath(path: string): { node: FileNode };
  unlink(path: string): void;
  ErrnoError: new (code: number) => Error;
}

export type LoadFromImports = (
  code: string,
  options?: { errorCallback?: (message: string) => void; checkIntegrity?: boolean }
) => Promise<unknown>;

export type LoadPyodide = (options: PyodideOptions) => Promise<Pyodide>;
export interface EmscriptenModule {
  HEAP32: Int32Array;
  /** Addresses. */
  __PyRuntime: number;
  __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
}

export type CreateModule = (settings: EmscriptenSettings) => Promise<EmscriptenModule>;
