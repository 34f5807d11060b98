/** From the snapshot's bytes to a Pyodide in which the kernel has been imported. */

import { BackgroundFile } from './background-file.js';
import { SnapshotImage } from './image.js';
import { interceptInstantiation } from './instantiate.js';
import { LazyFiles, type LazyBytes } from './lazy-files.js';
import type { FileList, Manifest } from './manifest.js';
import type { CreateModule, LoadPyodide, Pyodide, PyodideApi } from './pyodide-types.js';
import { resolveReference } from './references.js';
import { keepTrampoline } from './trampoline.js';
import { fetchUnpacked } from './unpack-messages.js';

/** What lies outside the memory, or must not be the same in every kernel. The hash seed is: dictionaries hold hashes. */
const AFTER_RESTORE = `
import _locale, os, random, sys
random.seed()
os.environ["LANG"] = lang
_locale.setlocale(_locale.LC_CTYPE, "")
if "tempfile" in sys.modules:
    sys.modules["tempfile"]._name_sequence = None

# micropip noted where packages come from when it was imported.
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] == "micropip":
        for owner in (module, *(value for value in vars(module).values() if isinstance(value, type))):
            for key, value in list(vars(owner).items()):
                if value == placeholder:
                    setattr(owner, key, packages)
`;

export interface RestoreOptions {
  manifest: Manifest;
  loadPyodide: LoadPyodide;
  /** What an earlier kernel of the page was made of; otherwise it is fetched, compiled and unpacked here. */
  parts: Promise<Parts> | null;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/** Of which a kernel is made, and another one after it. */
export interface Parts {
  /** The compiled `pyodide.asm.wasm`. */
  module: WebAssembly.Module;
  /** Of a `SnapshotImage`; null when another kernel has it just now. */
  image: ArrayBuffer | null;
}

export interface Restored {
  pyodide: Pyodide;
  parts: Parts;
  /** Fetches what was left out until now: library files that Python has not asked for. */
  fetchTheRest: () => Promise<void>;
}

export async function restore(options: RestoreOptions): Promise<Restored> {
  const { manifest, loadPyodide, stdout, stderr } = options;
  const wasmUrl = `${manifest.pyodideUrl}pyodide.asm.wasm`;
  const stdlibUrl = `${manifest.pyodideUrl}python_stdlib.zip`;
  const module = options.parts?.then((parts) => parts.module) ?? compile(wasmUrl);
  const image = loadImage(manifest, options.parts);
  const asm = import(`${manifest.pyodideUrl}pyodide.asm.mjs`) as Promise<{ default: CreateModule }>;
  // Whoever awaits them hears of a failure; until then it is not an unhandled one.
  for (const part of [module, image, asm]) part.catch(() => undefined);

  const { default: createModule } = await asm;
  const snapshot = await image;
  let api: PyodideApi | null = null;
  let putTrampolineBack = (): void => undefined;
  const interception = interceptInstantiation({
    module,
    notFetched: [wasmUrl, stdlibUrl],
    onMemory: (memory) => snapshot.fit(memory)
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
      _loadSnapshot: snapshot.snapshot,
      _snapshotDeserializer: (name: unknown) => resolveReference(api as unknown as PyodideApi, name)
    });
    putTrampolineBack();
    reconnect(pyodide, manifest);
    const stdlib = new BackgroundFile(stdlibUrl);
    const files = new BackgroundFile(manifest.filesUrl);
    addFiles(pyodide, snapshot.list, files);
    replaceStandardLibrary(pyodide, manifest, stdlib);
    const lang = `${globalThis.navigator?.language?.replace('-', '_') ?? 'C'}.UTF-8`;
    const { placeholder, lockFileUrl } = manifest;
    const packages = new URL('.', lockFileUrl).href;
    const globals = pyodide.toPy({ lang, placeholder, packages });
    pyodide.runPython(AFTER_RESTORE, { globals });
    globals.destroy();
    return {
      pyodide,
      parts: { module: await module, image: snapshot.buffer },
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

function addFiles({ FS }: Pyodide, list: FileList, bytes: LazyBytes): void {
  for (const folder of list.folders) FS.mkdirTree(folder);
  const files = new LazyFiles(FS);
  let from = 0;
  for (const [path, length, packed] of list.files) {
    files.add(path, { bytes, from, length, packed });
    from += packed;
  }
}

/** Python has read the directory of the archive: it is in the snapshot. The archive itself waits until it is read. */
function replaceStandardLibrary({ FS }: Pyodide, manifest: Manifest, bytes: LazyBytes): void {
  const { path, bytes: length } = manifest.standardLibrary;
  FS.unlink(path);
  new LazyFiles(FS).add(path, { bytes, from: 0, length });
}

async function loadImage(
  { snapshot }: Manifest,
  parts: Promise<Parts> | null
): Promise<SnapshotImage> {
  const given = (await parts)?.image ?? null;
  return new SnapshotImage(given ?? (await fetchUnpacked(snapshot)));
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
