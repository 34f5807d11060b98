/** What a build writes, what it refuses, and that a failure leaves the old site as it was. */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Release } from '@lectern/offline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSite, type BuildSiteOptions } from './build-site.js';
import type { ContentsListing } from './contents.js';
import { SiteError } from './errors.js';
import type { SiteLesson } from './site.js';

let folder: string;
let options: BuildSiteOptions;

const lesson = (id: string, path = `${id}/${id}.ipynb`): SiteLesson => ({
  lesson: {
    id,
    title: `Title of ${id}`,
    version: 'v1',
    moduleId: null,
    prerequisites: [],
    estimatedTimeMinutes: null,
    difficulty: null,
    learningObjectives: []
  },
  path,
  notebook: '{"é":1}',
  definitions: []
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-site-'));
  const shell = join(folder, 'shell');
  await mkdir(join(shell, 'notebooks'), { recursive: true });
  await writeFile(join(shell, 'notebooks/index.html'), 'app');
  await writeFile(join(shell, 'shell.json'), '{"versions":{"pyodide":"1.2.3"}}');
  await writeFile(join(folder, 'data.csv'), 'a,b');
  options = {
    shell,
    output: join(folder, 'out/dist'),
    course: { title: 'Course', description: null, language: null, modules: [] },
    lessons: [lesson('one')],
    files: [{ path: 'one/data.csv', source: join(folder, 'data.csv') }]
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const read = (path: string) => readFile(join(options.output, path), 'utf8');
/** Everything under the output's parent: shows what a failed build left behind. */
const around = async () => (await readdir(join(folder, 'out'), { recursive: true })).sort();

describe('buildSite', () => {
  it('writes SVG in ASCII, since JupyterLite shows no other', async () => {
    const source = join(folder, 'beta.svg');
    await writeFile(source, '<svg><text>β = 0.1, é, 𝛽</text></svg>');
    await buildSite({ ...options, files: [{ path: 'one/beta.svg', source }] });
    const built = await readFile(join(options.output, 'files/one/beta.svg'), 'utf8');
    expect(built).toBe('<svg><text>&#946; = 0.1, &#233;, &#120573;</text></svg>');
  });

  it('writes shell, notebooks, files, their listings, the catalogue and the marker', async () => {
    await buildSite(options);
    expect(await read('notebooks/index.html')).toBe('app');
    expect(await read('files/one/one.ipynb')).toBe('{"é":1}');
    expect(await read('files/one/data.csv')).toBe('a,b');
    const listing = JSON.parse(await read('api/contents/one/all.json')) as ContentsListing;
    expect(listing.content.map(({ name, size }) => [name, size])).toEqual([
      ['data.csv', 3],
      ['one.ipynb', 8]
    ]);
    expect(await read('index.html')).toContain('Title of one');
    expect(JSON.parse(await read('lectern-site.json'))).toEqual({
      format: 1,
      versions: { pyodide: '1.2.3' },
      lessons: [{ id: 'one', version: 'v1', path: 'one/one.ipynb' }]
    });
  });

  it.each([
    ['its first heading', '# Play', 'Play'],
    ['a heading below text', 'Text.\n\n## Play on\n', 'Play on'],
    ['its file, where it has no heading', 'Text.', 'own']
  ])('lists a notebook of the author by %s', async (_, source, title) => {
    const cells = [
      { cell_type: 'code', source: '# no title' },
      { cell_type: 'markdown', source: source.split(/(?<=\n)/) }
    ];
    await writeFile(join(folder, 'own.ipynb'), JSON.stringify({ cells }));
    const own = { path: 'labs/own.ipynb', source: join(folder, 'own.ipynb') };
    await buildSite({ ...options, files: [own] });
    expect(await read('index.html')).toContain(`?path=labs/own.ipynb">${title}</a>`);
    expect(await read('lectern-site.json')).not.toContain('own');
  });

  it('replaces a former site whole: what is gone from the course is gone from the site', async () => {
    await buildSite(options);
    await buildSite({ ...options, lessons: [lesson('two')], files: [] });
    expect(await readdir(join(options.output, 'files'))).toEqual(['two']);
    expect(await readdir(join(folder, 'out'))).toEqual(['dist']);
  });

  it('lists every file of the release by its content, whenever and wherever it is built', async () => {
    await writeFile(join(options.shell, 'service-worker.js'), 'worker');
    await writeFile(join(options.shell, 'snapshot.bin.gz'), gzipSync('memory'));
    await buildSite(options);
    const first = JSON.parse(await read('release.json')) as Release;
    expect(Object.keys(first.files)).toEqual([
      ...['api/contents/all.json', 'api/contents/one/all.json'],
      ...['files/one/data.csv', 'files/one/one.ipynb', 'index.html', 'lectern-site.json'],
      ...['notebooks/index.html', 'shell.json', 'snapshot.bin.gz']
    ]);
    expect(first.files['files/one/data.csv']).toEqual([sha256('a,b'), 3]);
    expect(first.files['snapshot.bin.gz']?.[2]).toBe(sha256('memory'));
    await buildSite({ ...options, output: join(folder, 'elsewhere') });
    expect(JSON.parse(await readFile(join(folder, 'elsewhere/release.json'), 'utf8'))).toEqual(
      first
    );
    await buildSite({ ...options, course: { ...options.course, title: 'Another' } });
    const second = JSON.parse(await read('release.json')) as Release;
    expect(second.id).not.toBe(first.id);
  });

  it('lists nothing of a site that is rebuilt while it is served', async () => {
    await buildSite({ ...options, live: true });
    expect(JSON.parse(await read('release.json'))).toEqual({ format: 1, id: 'live', files: {} });
  });

  it('writes into an empty folder', async () => {
    await mkdir(options.output, { recursive: true });
    await buildSite(options);
    expect(await read('index.html')).toContain('Course');
  });

  it.each([
    ['a folder of other files', 'thesis.tex', 'mine'],
    ['a folder whose marker is not one', 'lectern-site.json', 'not JSON']
  ])('refuses %s and leaves it alone', async (_, name, text) => {
    await mkdir(options.output, { recursive: true });
    await writeFile(join(options.output, name), text);
    await expect(buildSite(options)).rejects.toThrow(SiteError);
    await expect(buildSite(options)).rejects.toThrow(/not a Lectern site/);
    expect(await around()).toEqual(['dist', `dist/${name}`]);
    expect(await read(name)).toBe(text);
  });

  it('refuses a file where the folder should be', async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(options.output, 'mine');
    await expect(buildSite(options)).rejects.toThrow(/is a file/);
    expect(await readFile(options.output, 'utf8')).toBe('mine');
  });

  it('leaves the old site and nothing else when it fails midway', async () => {
    await buildSite(options);
    const before = await around();
    const missing = { path: 'one/gone.csv', source: join(folder, 'gone.csv') };
    await expect(
      buildSite({ ...options, lessons: [lesson('two')], files: [missing] })
    ).rejects.toThrow(`${missing.source}: cannot be read`);
    expect(await around()).toEqual(before);
    expect(await read('index.html')).toContain('Title of one');
  });

  it('leaves nothing when the first build fails', async () => {
    const missing = { path: 'x', source: join(folder, 'gone.csv') };
    await expect(buildSite({ ...options, files: [missing] })).rejects.toThrow(SiteError);
    expect(await around()).toEqual([]);
  });

  it.each(['../out.ipynb', '/etc/x.ipynb', 'a/../../b.ipynb', 'a\\b.ipynb', './a.ipynb', ''])(
    'refuses a path that is not inside the course: %j',
    async (path) => {
      await expect(buildSite({ ...options, lessons: [lesson('one', path)] })).rejects.toThrow(
        SiteError
      );
    }
  );

  it('refuses two lessons that would be one file on some machines', async () => {
    const lessons = [lesson('one', 'a/Notes.ipynb'), lesson('two', 'a/notes.ipynb')];
    await expect(buildSite({ ...options, lessons })).rejects.toThrow(/already has a\/Notes.ipynb/);
  });

  it('says what to do when the shell is not built', async () => {
    await rm(options.shell, { recursive: true });
    await expect(buildSite(options)).rejects.toThrow(/not built; run `npm start`/);
  });
});
