/** From the snapshot's bytes to a Pyodide in which the kernel has been imported. */

import { BackgroundFile } from './background-file.js';
import { interceptInstantiation } from './instantiate.js';
import { addLazyFile, type LazyBytes } from './lazy-files.js';
import type { FileList, Manifest, PackedFile } from './manifest.js';
import { fitSnapshot } from './memory.js';
import type { CreateModule, LoadPyodide, Pyodide, PyodideApi } from './pyodide-types.js';
import { resolveReference } from './references.js';
import { keepTrampoline } from './trampoline.js';
import { splitSnapshot, unpack, unpackerReady } from './unpack.js';

/** What lies outside the memory, or must not be the same in every kernel. Has `lang`, and names of its own. */
const AFTER_RESTORE = `
import _locale, os, random
random.seed()
os.environ["LANG"] = lang
_locale.setlocale(_locale.LC_CTYPE, "")
if "tempfile" in __import__("sys").modules:
    __import__("tempfile")._name_sequence = None
`;

export interface RestoreOptions {
  manifest: Manifest;
  loadPyodide: LoadPyodide;
  /** Compiled for an earlier kernel of the page; otherwise it is compiled here. */
  module: Promise<WebAssembly.Module> | null;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

export interface Restored {
  pyodide: Pyodide;
  module: WebAssembly.Module;
  /** Fetches what was left out until now: library files that Python has not asked for. */
  fetchTheRest: () => Promise<void>;
}

export async function restore(options: RestoreOptions): Promise<Restored> {
  const { manifest, loadPyodide, stdout, stderr } = options;
  const wasmUrl = `${manifest.pyodideUrl}pyodide.asm.wasm`;
  const stdlibUrl = `${manifest.pyodideUrl}python_stdlib.zip`;
  const module = options.module ?? compile(wasmUrl);
  const snapshot = fetchPacked(manifest.snapshot).then(splitSnapshot);
  const asm = import(`${manifest.pyodideUrl}pyodide.asm.mjs`) as Promise<{ default: CreateModule }>;
  // Whoever awaits them hears of a failure; until then it is not an unhandled one.
  for (const part of [module, snapshot, asm]) part.catch(() => undefined);

  const { default: createModule } = await asm;
  const whole = await snapshot;
  let api: PyodideApi | null = null;
  let putTrampolineBack = (): void => undefined;
  const interception = interceptInstantiation({
    module,
    notFetched: [wasmUrl, stdlibUrl],
    onMemory: (memory) => fitSnapshot(whole.snapshot, memory)
  });
  try {
    const pyodide = await loadPyodide({
      indexURL: manifest.pyodideUrl,
      lockFileURL: manifest.lockFileUrl,
      packages: [],
      stdout,
      stderr,
      createPyodideModule: async (settings: { API: PyodideApi }) => {
        api = settings.API;
        const created = await createModule(settings);
        putTrampolineBack = keepTrampoline(created);
        return created;
      },
      _loadSnapshot: whole.snapshot,
      _snapshotDeserializer: (name: unknown) => resolveReference(api as unknown as PyodideApi, name)
    });
    putTrampolineBack();
    reconnect(pyodide, manifest);
    const stdlib = new BackgroundFile(stdlibUrl);
    const files = new BackgroundFile(manifest.files.url, (bytes) =>
      unpack(bytes, manifest.files.bytes)
    );
    addFiles(pyodide, whole.list, files);
    replaceStandardLibrary(pyodide, manifest, stdlib);
    const language = globalThis.navigator?.language?.replace('-', '_') ?? 'C';
    const globals = pyodide.toPy({ lang: `${language}.UTF-8` });
    pyodide.runPython(AFTER_RESTORE, { globals });
    globals.destroy();
    return {
      pyodide,
      module: await module,
      fetchTheRest: async () => void (await Promise.all([stdlib.fetch(), files.fetch()]))
    };
  } finally {
    interception.restore();
  }
}

/** What Pyodide keeps in JavaScript about packages, and Python's reference to it. */
function reconnect(pyodide: Pyodide, manifest: Manifest): void {
  Object.assign(pyodide.loadedPackages, manifest.loadedPackages);
  // The last of the references that every Pyodide has is to the loaded packages; a restored one gets an empty object.
  const index = pyodide._api.getExpectedKeys().length - 1;
  pyodide._module.__hiwire_set(index, pyodide.loadedPackages);
}

function addFiles({ FS }: Pyodide, list: FileList, contents: BackgroundFile): void {
  for (const folder of list.folders) FS.mkdirTree(folder);
  let from = 0;
  for (const [path, length] of list.files) {
    addLazyFile(FS, path, { bytes: contents, from, length });
    from += length;
  }
}

/** Python has read the directory of the archive: it is in the snapshot. The archive itself waits until it is read. */
function replaceStandardLibrary({ FS }: Pyodide, manifest: Manifest, bytes: LazyBytes): void {
  const { path, bytes: length } = manifest.standardLibrary;
  FS.unlink(path);
  addLazyFile(FS, path, { bytes, from: 0, length });
}

async function fetchPacked({ url, bytes }: PackedFile): Promise<Uint8Array<ArrayBuffer>> {
  const [response] = await Promise.all([fetch(url), unpackerReady()]);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  return unpack(new Uint8Array(await response.arrayBuffer()), bytes);
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  // Some hosts name another type, and then browsers refuse to compile while it arrives.
  const isNamed = response.headers.get('content-type')?.startsWith('application/wasm');
  return isNamed
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
