/** A release: the files of a site as they were when it was built. */

/** The list's own name at the site's root; it is no part of the release. */
export const RELEASE_FILE = 'release.json';

/**
 * SHA-256 in hexadecimal and the number of bytes; of a `.gz` also the SHA-256 of what is in it, since some hosts send
 * such a file so that the browser unzips it.
 */
export type ReleaseFile = readonly [sha256: string, bytes: number, unzippedSha256?: string];

export interface Release {
  readonly format: 1;
  /** Another whenever any of the files is. */
  readonly id: string;
  /** By path under the site's root. */
  readonly files: Readonly<Record<string, ReleaseFile>>;
}

/** Of a site that is rebuilt while it is served: nothing of it is kept, everything is asked for anew. */
export const LIVE: Release = { format: 1, id: 'live', files: {} };

/** `null` for what is no list, such as the page that a hotel's network answers everything with. */
export function readRelease(value: unknown): Release | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, id, files } = value as Record<string, unknown>;
  if (format !== 1 || typeof id !== 'string' || id === '') return null;
  if (typeof files !== 'object' || files === null) return null;
  const isFile = (file: unknown): boolean =>
    Array.isArray(file) && typeof file[0] === 'string' && typeof file[1] === 'number';
  return Object.values(files).every(isFile) ? (value as Release) : null;
}

export function fileAt(release: Release, path: string): ReleaseFile | null {
  return Object.hasOwn(release.files, path) ? (release.files[path] ?? null) : null;
}

/** The path in the site that an address stands for, as a static host sees it: whatever its query says. */
export function pathOf(url: string, scope: string): string | null {
  const { origin, pathname } = new URL(url);
  const base = new URL(scope);
  if (origin !== base.origin || !pathname.startsWith(base.pathname)) return null;
  try {
    const path = decodeURIComponent(pathname.slice(base.pathname.length));
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return null;
  }
}

/** The one address of a file, however the one it was asked for is encoded. */
export function urlOf(path: string, scope: string): string {
  const url = new URL(scope);
  url.pathname += path.replaceAll('%', '%25');
  return url.href;
}

/**
 * Paths of the new release that stand where `path` stood in the old: the same, or, for a bundle with a hash in its
 * name (`963.71d40b5.js`), those that differ in nothing else.
 */
export function successors(path: string, next: Release): string[] {
  if (fileAt(next, path)) return [path];
  const name = withoutHash(path);
  return name === path ? [] : Object.keys(next.files).filter((one) => withoutHash(one) === name);
}

function withoutHash(path: string): string {
  return path.replace(/\.[0-9a-f]{7,}\./, '.*.');
}
