/** Whose a file is, by where it lies: as Canvas, Moodle and nbgrader name things, or by its folder or its own name. */

export interface Origin {
  /** As far as the path says it. */
  name: string;
  /** The learning platform's number or code for the student; `null` where there is none. */
  id: string | null;
  system: 'canvas' | 'moodle' | null;
  late: boolean;
  /** Of several files of one student, the newest has the highest: Canvas numbers its files. */
  upload: number;
  /** What the platform wants the names of returned files to begin with. */
  prefix: string | null;
}

export interface Given {
  /** What the user named: the last part of its path. */
  name: string;
  isFile: boolean;
  /** The folder that it lies in. */
  folder: string;
  /** Another file of the same name was named, too: then folders tell students apart. */
  isNameShared: boolean;
}

/** `Ada Lovelace_123456_assignsubmission_file_`, a folder; or in front of a file's own name. */
const MOODLE = /^(?<name>.+)_(?<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_|$)/u;

/** `lovelaceada_LATE_1234_5678_words.ipynb`, or `anon_X7Yz1_5678_words.ipynb` where names are hidden. */
const CANVAS =
  /^(?:(?<name>[^_]+)_(?<late>LATE_)?(?<id>\d+)|(?<hidden>LATE_)?anon_(?<code>[A-Za-z0-9]+))_(?<upload>\d+)_./u;

/** `parts`: the path below what was given, an archive's own name being one of them. */
export function originOf(parts: readonly string[], given: Given): Origin {
  for (const part of parts) {
    const found = fromMoodle(part) ?? fromCanvas(part);
    if (found !== null) return found;
  }
  return { ...NOBODY, name: nameByPlace(parts, given) };
}

const NOBODY = { id: null, system: null, late: false, upload: 0, prefix: null } as const;

function fromMoodle(part: string): Origin | null {
  const groups = MOODLE.exec(part)?.groups;
  if (groups === undefined) return null;
  const { name = '', id = '' } = groups;
  const prefix = `${name}_${id}_assignsubmission_file_`;
  return { ...NOBODY, name, id, system: 'moodle', prefix };
}

function fromCanvas(part: string): Origin | null {
  const groups = CANVAS.exec(part)?.groups;
  if (groups === undefined) return null;
  const { name, late, id, hidden, code, upload = '0' } = groups;
  const who = id ?? code ?? '';
  const whoIn = id === undefined ? `anon_${who}` : who;
  const isLate = (late ?? hidden) !== undefined;
  return {
    name: name ?? `anon ${who}`,
    id: who,
    system: 'canvas',
    late: isLate,
    upload: Number(upload),
    prefix: `${[name, isLate ? 'LATE' : null, whoIn].filter((one) => one != null).join('_')}_${upload}_`
  };
}

/** nbgrader's `submitted/<student>/…`; else the first folder; else the file's own name. */
function nameByPlace(parts: readonly string[], given: Given): string {
  if (given.isFile) return given.isNameShared ? given.folder : stemOf(given.name);
  const folders = parts.slice(0, -1);
  const submitted = folders.indexOf('submitted');
  const [below] = submitted === -1 ? folders : folders.slice(submitted + 1);
  return below === undefined ? stemOf(parts.at(-1) ?? '') : stemOf(below);
}

/** Without what programs put after a name: the type, and the number of another copy. */
export function stemOf(name: string): string {
  return name.replace(/(\.ipynb)?(\.(txt|json|ipynb|zip|py))?$/i, '').replace(/ \(\d+\)$/, '');
}

/** `words-2.ipynb`, `words (2).ipynb`: the second time that it was handed in, or downloaded. */
export function copyNumber(name: string): number {
  const found = /(?:-(\d{1,3})| \((\d{1,3})\))(?:\.[a-z]+)+$/i.exec(name);
  return Number(found?.[1] ?? found?.[2] ?? 0);
}
