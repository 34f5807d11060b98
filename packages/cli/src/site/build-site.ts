/** Course and shell to a static site: any host can serve the folder, also under a sub-path. */

import { constants } from 'node:fs';
import { access, cp, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { catalogueHtml } from './catalogue.js';
import { contentsListings, type ContentsFile } from './contents.js';
import { glossaryHtml } from './glossary.js';
import { SiteError } from './errors.js';
import { notebooksAmong } from './notebooks.js';
import { MARKER_FILE, MARKER_FORMAT, replaceFolder } from './replace-folder.js';
import { writeRelease } from './release.js';
import type { SiteCourse, SiteFile, SiteLesson } from './site.js';

export interface BuildSiteOptions {
  /** The folder that `deployment/build-shell.mjs` made. */
  shell: string;
  /** Absent, empty or a former site; replaced as a whole, or left as it was when anything fails. */
  output: string;
  course: SiteCourse;
  /** In reading order. */
  lessons: readonly SiteLesson[];
  files: readonly SiteFile[];
  /** Of a site that is rebuilt while it is served, so that browsers keep nothing of it. */
  live?: boolean;
}

/**
 * What the file list says of the site's files: a date of its own would make each build another release. Archives use
 * the same for the same reason.
 */
const MODIFIED = new Date('1980-01-01T00:00:00Z');

/** @throws SiteError where the person at the terminal can mend it. */
export async function buildSite(options: BuildSiteOptions): Promise<void> {
  const { shell, output, course, lessons, files, live = false } = options;
  assertPaths([...lessons, ...files]);
  const shellInfo = await readShellInfo(shell);

  await replaceFolder(output, async (folder) => {
    await cp(shell, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
    const contents: ContentsFile[] = [];
    for (const { path, notebook } of lessons) {
      await write(join(folder, 'files', path), notebook);
      contents.push({ path, size: Buffer.byteLength(notebook) });
    }
    for (const { path, source } of files) {
      contents.push({ path, size: await copy(source, join(folder, 'files', path)) });
    }
    for (const [path, listing] of contentsListings(contents, MODIFIED)) {
      await write(join(folder, 'api/contents', path, 'all.json'), JSON.stringify(listing));
    }
    const glossary = glossaryHtml(course, lessons);
    if (glossary !== null) await write(join(folder, 'glossary.html'), glossary);
    const catalogue = catalogueHtml(course, lessons, {
      hasGlossary: glossary !== null,
      notebooks: await notebooksAmong(files)
    });
    await write(join(folder, 'index.html'), catalogue);
    // GitHub Pages would run the site through Jekyll, which drops files whose names start with `_`.
    await write(join(folder, '.nojekyll'), '');
    const marker = {
      format: MARKER_FORMAT,
      versions: shellInfo.versions,
      lessons: lessons.map(({ lesson: { id, version }, path }) => ({ id, version, path }))
    };
    await write(join(folder, MARKER_FILE), `${JSON.stringify(marker, null, 2)}\n`);
    await writeRelease(folder, { live });
  });
}

async function readShellInfo(shell: string): Promise<{ versions: unknown }> {
  try {
    return JSON.parse(await readFile(join(shell, 'shell.json'), 'utf8')) as { versions: unknown };
  } catch {
    throw new SiteError(
      `${shell}: the site's shell is not built; run \`npm start\` in the clone once`
    );
  }
}

/** Paths come from the author's folder: none may leave `files/`, and no two may meet, on any file system. */
function assertPaths(entries: readonly { path: string }[]): void {
  const seen = new Map<string, string>();
  for (const { path } of entries) {
    const clean = posix.normalize(path);
    if (clean !== path || posix.isAbsolute(path) || path.startsWith('..') || path.includes('\\')) {
      throw new SiteError(`${path}: not a path inside the course`);
    }
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      throw new SiteError(`${path}: the site already has ${other}; rename one of the two`);
    }
    seen.set(key, path);
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function copy(source: string, target: string): Promise<number> {
  await access(source, constants.R_OK).catch(() => {
    throw new SiteError(`${source}: cannot be read`);
  });
  await mkdir(dirname(target), { recursive: true });
  if (target.endsWith('.svg')) await writeFile(target, inAscii(await readFile(source, 'utf8')));
  else await copyFile(source, target, constants.COPYFILE_FICLONE);
  return (await stat(target)).size;
}

/** JupyterLite shows no picture whose text has characters that `btoa` does not take: as references it does. */
function inAscii(svg: string): string {
  return svg.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}
