/** What the build tells the worker: `config.js` of the site holds one. Addresses are relative to `config.js`. */
export interface Manifest {
  /** Pyodide's. */
  version: string;
  /** Folder of `pyodide.mjs`, `pyodide.asm.wasm` and the rest. */
  pyodideUrl: string;
  lockFileUrl: string;
  /** Compressed with Zstandard; `bytes` is of what is in it, a `SnapshotImage`. */
  snapshot: { url: string; bytes: number };
  /** The contents of the files that the snapshot lists, one after the other. */
  filesUrl: string;
  /** Where Python looks for its standard library, and how large the archive is. */
  standardLibrary: { path: string; bytes: number };
  /** Packages that are in the snapshot, as Pyodide's `loadedPackages` has them. */
  loadedPackages: Record<string, string>;
  /** Stands in the snapshot for the folder of the lock file. */
  placeholder: string;
}

/** At the end of the snapshot: what the file system holds besides the standard library. */
export interface FileList {
  folders: string[];
  /** Path, length in bytes, and length compressed (deflate), in the order of their contents. */
  files: [path: string, bytes: number, packed: number][];
}
