/**
 * The static form of Jupyter's Contents API that JupyterLite reads: for each folder of `files/` an
 * `api/contents/<folder>/all.json`, in the model of jupyter_server's FileContentsManager.
 */

import mime from 'mime';
import { posix } from 'node:path';

export interface ContentsEntry {
  name: string;
  path: string;
  last_modified: string;
  created: string;
  content: null;
  format: null;
  mimetype: string | null;
  size: number | null;
  writable: boolean;
  hash: null;
  hash_algorithm: null;
  type: 'notebook' | 'file' | 'directory';
}

export interface ContentsListing extends Omit<ContentsEntry, 'content' | 'format'> {
  content: ContentsEntry[];
  format: 'json';
}

/** A file of the site, by its path under `files/`. */
export interface ContentsFile {
  path: string;
  size: number;
}

/** Folder (`''` is the root, always there) → its listing, entries by name. */
export function contentsListings(
  files: readonly ContentsFile[],
  modified: Date
): Map<string, ContentsListing> {
  const time = modified.toISOString();
  const listings = new Map<string, ContentsListing>();

  const base = (path: string) => ({
    name: posix.basename(path),
    path,
    last_modified: time,
    created: time,
    writable: true,
    hash: null,
    hash_algorithm: null
  });
  const listing = (folder: string): ContentsListing => {
    const known = listings.get(folder);
    if (known) return known;
    const made: ContentsListing = {
      ...base(folder),
      content: [],
      format: 'json',
      mimetype: null,
      size: null,
      type: 'directory'
    };
    listings.set(folder, made);
    if (folder !== '') {
      listing(parentOf(folder)).content.push({ ...made, content: null, format: null });
    }
    return made;
  };

  listing('');
  for (const { path, size } of files) {
    const isNotebook = path.endsWith('.ipynb');
    listing(parentOf(path)).content.push({
      ...base(path),
      content: null,
      format: null,
      // Where jupyter_server says null, JupyterLite would need a Content-Type from the host, and fails without.
      mimetype: isNotebook ? null : (mime.getType(path) ?? 'application/octet-stream'),
      size,
      type: isNotebook ? 'notebook' : 'file'
    });
  }
  for (const { content } of listings.values()) {
    content.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
  return listings;
}

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === '.' ? '' : parent;
}
