/** What a file is, by its name. */

/** `.ipynb.txt` and `.ipynb.json` are what browsers make of a notebook that they save. */
export function isNotebook(name: string): boolean {
  return /\.ipynb(\.(txt|json))?$/i.test(name);
}

export function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Handed in instead of a notebook, as it seems, where no platform says that it was. */
export function isMistaken(name: string): boolean {
  return /\.(py|7z|rar|tar|gz|tgz|bz2|xz)$/i.test(name);
}

/** Of a path: what systems and editors leave behind, checkpoints included. */
export function isIgnored(part: string): boolean {
  return part.startsWith('.') || NOBODYS.has(part);
}

const NOBODYS = new Set([
  '__MACOSX',
  '__pycache__',
  'node_modules',
  'site-packages',
  'Thumbs.db',
  'desktop.ini'
]);
