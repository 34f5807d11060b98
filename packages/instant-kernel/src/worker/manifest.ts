/** What the build tells the worker: `config.js` of the site holds one. Addresses are relative to `config.js`. */
export interface Manifest {
  /** Pyodide's. */
  version: string;
  /** Folder of `pyodide.mjs`, `pyodide.asm.wasm` and the rest. */
  pyodideUrl: string;
  lockFileUrl: string;
  snapshot: PackedFile;
  /** The contents of the files that the snapshot lists. */
  files: PackedFile;
  /** Where Python looks for its standard library, and how large the archive is. */
  standardLibrary: { path: string; bytes: number };
  /** Packages that are in the snapshot, as Pyodide's `loadedPackages` has them. */
  loadedPackages: Record<string, string>;
}

/** A file that is compressed with Zstandard. */
export interface PackedFile {
  url: string;
  /** Of what is in it. */
  bytes: number;
}

/** At the end of the snapshot: what the file system holds besides the standard library. */
export interface FileList {
  folders: string[];
  /** Path, length in bytes, in the order in which their contents follow each other. */
  files: [path: string, bytes: number][];
}
