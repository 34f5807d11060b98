/** The listings against what jupyter_server's FileContentsManager answers for the same folder. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentsListings } from './contents.js';

const modified = new Date('2026-01-02T03:04:05.678Z');

describe('contentsListings', () => {
  it('has the model of jupyter_server', () => {
    const listings = contentsListings(
      [
        { path: 'a/x.ipynb', size: 59 },
        { path: 'a/b/t.csv', size: 3 },
        { path: 'a/q.png', size: 1 }
      ],
      modified
    );
    const common = {
      last_modified: '2026-01-02T03:04:05.678Z',
      created: '2026-01-02T03:04:05.678Z',
      writable: true,
      hash: null,
      hash_algorithm: null
    };
    const entry = { ...common, content: null, format: null, mimetype: null, size: null };
    const folder = { ...common, format: 'json', mimetype: null, size: null, type: 'directory' };
    expect([...listings.keys()].sort()).toEqual(['', 'a', 'a/b']);
    expect(listings.get('')).toEqual({
      ...folder,
      name: '',
      path: '',
      content: [{ ...entry, name: 'a', path: 'a', type: 'directory' }]
    });
    expect(listings.get('a')).toEqual({
      ...folder,
      name: 'a',
      path: 'a',
      content: [
        { ...entry, name: 'b', path: 'a/b', type: 'directory' },
        { ...entry, name: 'q.png', path: 'a/q.png', type: 'file', size: 1, mimetype: 'image/png' },
        { ...entry, name: 'x.ipynb', path: 'a/x.ipynb', type: 'notebook', size: 59 }
      ]
    });
    expect(listings.get('a/b')?.content).toEqual([
      { ...entry, name: 't.csv', path: 'a/b/t.csv', type: 'file', size: 3, mimetype: 'text/csv' }
    ]);
  });

  it('lists the root of a course without files', () => {
    expect(contentsListings([], modified).get('')?.content).toEqual([]);
  });

  it('gives every file a type that needs no help of the host', () => {
    const listings = contentsListings([{ path: 'Makefile', size: 1 }], modified);
    expect(listings.get('')?.content[0]?.mimetype).toBe('application/octet-stream');
  });

  it('lists each file and each folder exactly once, where it stands', () => {
    const name = fc.stringMatching(/^[a-z]{1,2}$/);
    // A name is a folder's or a file's, never both, as on a disk.
    const file = fc
      .tuple(fc.array(name, { maxLength: 3 }), name)
      .map(([folders, last]) => [...folders, `${last}.txt`].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(file, { maxLength: 12 }), (paths) => {
        const listings = contentsListings(
          paths.map((path) => ({ path, size: 1 })),
          modified
        );
        const listed = [...listings.values()].flatMap(({ content }) => content);
        const files = listed.filter(({ type }) => type === 'file').map(({ path }) => path);
        expect(files.sort()).toEqual([...paths].sort());
        const folders = listed.filter(({ type }) => type === 'directory').map(({ path }) => path);
        expect(['', ...folders].sort()).toEqual([...listings.keys()].sort());
        for (const [folder, { content }] of listings) {
          for (const { name, path } of content) {
            expect(path).toBe(folder === '' ? name : `${folder}/${name}`);
          }
        }
      })
    );
  });
});
