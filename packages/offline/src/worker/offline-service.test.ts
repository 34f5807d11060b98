/** What a learner gets: offline, of one release, and of the next when it is whole. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SCOPE, World } from './memory-host.testing.js';

const OLD = {
  'index.html': 'catalogue 1',
  'notebooks/index.html': 'page 1',
  'build/app.js': 'app 1',
  'build/7.aaaaaaa.js': 'chunk 1',
  'build/late.js': 'late 1',
  'static/kernel.wasm': 'kernel',
  'files/a lesson @1.ipynb': 'lesson 1'
};
const NEW = {
  ...OLD,
  'notebooks/index.html': 'page 2',
  'build/app.js': 'app 2',
  'build/7.bbbbbbb.js': 'chunk 2',
  'build/late.js': 'late 2'
};
delete (NEW as Partial<typeof OLD>)['build/7.aaaaaaa.js'];

const USED = ['build/app.js', 'build/7.aaaaaaa.js', 'static/kernel.wasm'];
const PAGE = 'notebooks/index.html?path=lesson.ipynb';
const LONG = 10 * 60_000;

let world: World;
/** A page of the old release, with all that it uses. */
let page: string;

beforeEach(async () => {
  world = new World(OLD);
  await world.install();
  page = (await world.visit(PAGE)).id;
  for (const path of USED) await world.get(page, path);
  world.time += LONG;
  world.asked.length = 0;
});

/** The host has the new release, and a visit of the catalogue has noticed. */
async function noticeNew(): Promise<void> {
  world.serve(NEW);
  world.close((await world.visit('')).id);
}

describe('one visit is enough', () => {
  it('serves what was visited with the network cut, after a restart of the worker too', async () => {
    world.isOnline = false;
    for (let round = 0; round < 2; round++) {
      const { id, text } = await world.visit(PAGE);
      expect(text).toBe('page 1');
      expect(await world.get(id, 'build/app.js')).toBe('app 1');
      expect(await world.get(id, 'static/kernel.wasm')).toBe('kernel');
      await expect(world.get(id, 'build/late.js')).rejects.toThrow('Failed to fetch');
      world.restart();
    }
  });

  it('asks the host for the list alone, and does not wait for it', async () => {
    let release = (): void => undefined;
    world.onRequest = () => new Promise((resolve) => (release = resolve));
    let text: string | null = null;
    const visit = world.visit(PAGE).then((visited) => (text = visited.text));
    await expect.poll(() => world.asked).toEqual(['release.json']);
    world.onRequest = () => undefined;
    release();
    await visit;
    expect(text).toBe('page 1');
    expect(world.asked).toEqual(['release.json']);
  });

  it('keeps what the page loaded before there was a worker, and nothing else', async () => {
    const urls = ['files/a%20lesson%20%401.ipynb', 'build/app.js', 'other.txt'];
    await world.post(page, { type: 'lectern-keep', urls: urls.map((path) => SCOPE + path) });
    world.isOnline = false;
    expect(await world.get(page, 'files/a%20lesson%20@1.ipynb')).toBe('lesson 1');
    expect(world.asked).toEqual(['files/a lesson @1.ipynb']);
  });

  it('finds a file whatever query it was asked for with', async () => {
    await world.get(page, 'build/late.js?_=1');
    world.isOnline = false;
    expect(await world.get(page, 'build/late.js')).toBe('late 1');
    expect(await world.get(page, 'build/app.js?_=2')).toBe('app 1');
  });

  it('lets everything else through as it is', async () => {
    world.serveUnlisted({ 'other.txt': 'x' });
    expect(await world.get(page, 'other.txt')).toBe('x');
    expect(await world.get(page, 'missing.txt')).toBeNull();
    expect(world.kept()).not.toContain('other.txt');
  });
});

describe('a new release', () => {
  it('is fetched in the background as far as it is used, and what is the same is not fetched', async () => {
    await noticeNew();
    expect(world.asked.sort()).toEqual([
      'build/7.bbbbbbb.js',
      'build/app.js',
      'notebooks/index.html',
      'release.json'
    ]);
    expect(world.told.get(page)?.at(-1)).toMatchObject({ isNewReady: true, isGone: false });
  });

  it('waits for a reload: the open page goes on with the old one', async () => {
    await noticeNew();
    expect(await world.get(page, 'build/app.js')).toBe('app 1');
    const other = await world.visit(PAGE);
    expect(other.text).toBe('page 2');
    expect(await world.get(other.id, 'build/app.js')).toBe('app 2');
    expect(await world.get(page, 'build/app.js')).toBe('app 1');
    world.restart();
    expect(await world.get(page, 'build/app.js')).toBe('app 1');
    expect(await world.get(other.id, 'build/app.js')).toBe('app 2');
  });

  it('is whole: after the reload it works with the network cut', async () => {
    await noticeNew();
    world.isOnline = false;
    const { id, text } = await world.visit(PAGE, page);
    expect(text).toBe('page 2');
    for (const path of ['build/app.js', 'build/7.bbbbbbb.js', 'static/kernel.wasm']) {
      expect(await world.get(id, path)).toBe(NEW[path as keyof typeof NEW]);
    }
  });

  it('goes for the workers of a page as for the page', async () => {
    const worker = world.openClient('worker');
    await world.get(page, 'build/app.js', worker);
    await noticeNew();
    await world.visit(PAGE);
    world.restart();
    expect(await world.get(worker, 'build/app.js')).toBe('app 1');
  });

  it('takes the place of the old one when no page is of it, and what both have is kept once', async () => {
    await noticeNew();
    const { id } = await world.visit(PAGE, page);
    world.time += LONG;
    await world.visit('', id);
    expect(world.kept()).toEqual([
      'build/7.bbbbbbb.js',
      'build/app.js',
      'index.html',
      'notebooks/index.html',
      'static/kernel.wasm'
    ]);
    expect((await world.storage.keys()).filter((name) => name.includes(':release:'))).toHaveLength(
      1
    );
  });

  it('is withdrawn when the host goes back to the old one', async () => {
    await noticeNew();
    world.serve(OLD);
    await world.visit('notebooks/index.html');
    world.time += LONG;
    await world.visit('');
    const { text } = await world.visit(PAGE);
    expect(text).toBe('page 1');
  });

  it('of a site that is rebuilt while it is served keeps nothing', async () => {
    world.serve({});
    world.serveUnlisted({ ...NEW, 'release.json': '{"format":1,"id":"live","files":{}}' });
    world.close((await world.visit('')).id);
    const { id, text } = await world.visit(PAGE, page);
    expect(text).toBe('page 2');
    world.serveUnlisted({ 'build/app.js': 'app 3' });
    expect(await world.get(id, 'build/app.js')).toBe('app 3');
    world.time += LONG;
    await world.visit('', id);
    expect(world.kept()).toEqual([]);
  });

  it('is another site where the host has no list any more', async () => {
    world.unserve('release.json');
    world.serveUnlisted({ 'notebooks/index.html': 'somebody else’s' });
    world.close((await world.visit('')).id);
    expect((await world.visit(PAGE)).text).toBe('somebody else’s');
  });
});

describe('a download that fails', () => {
  beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
  const untouched = async (): Promise<void> => {
    expect(world.told.get(page)).toEqual([]);
    const { id, text } = await world.visit(PAGE);
    expect(text).toBe('page 1');
    expect(await world.get(id, 'build/app.js')).toBe('app 1');
  };

  it('is thrown away where the host breaks in the middle, and tried again', async () => {
    const before = world.kept();
    world.onRequest = (path) => {
      if (path === 'build/app.js') throw new TypeError('Failed to fetch');
    };
    await noticeNew();
    expect(world.kept()).toEqual(before);
    await untouched();
    world.onRequest = () => undefined;
    world.close((await world.visit('')).id);
    expect((await world.visit(PAGE)).text).toBe('page 2');
  });

  it('is thrown away where the host changes in the middle', async () => {
    const before = world.kept();
    world.onRequest = (path) => {
      if (path !== 'release.json') world.serveUnlisted({ 'build/app.js': 'app 3' });
    };
    await noticeNew();
    expect(world.kept()).toEqual(before);
    await untouched();
  });

  it('leaves nothing where the worker is killed in the middle', async () => {
    const before = world.kept();
    const killed = new Promise<void>(() => undefined);
    world.serve(NEW);
    world.onRequest = (path) => (path === 'build/app.js' ? killed : undefined);
    void world.visit('');
    await expect.poll(() => world.kept()).not.toEqual(before);
    world.onRequest = () => undefined;
    world.serve(OLD);
    world.restart();
    // The wait for the download that never ends went with the worker.
    world.forgetPending();
    await world.visit('');
    expect(world.kept()).toEqual(before);
    await untouched();
  });
});

describe('never mixed', () => {
  it.each([
    ['is another there', NEW],
    ['is not there any more', { ...NEW, 'build/late.js': undefined }]
  ])('refuses a file that %s, says so, and a reload goes on with the new one', async (_, files) => {
    world.serve(JSON.parse(JSON.stringify(files)) as typeof NEW);
    expect(await world.get(page, 'build/late.js')).toBeNull();
    expect(world.told.get(page)?.at(-1)).toMatchObject({ isGone: true, isNewReady: true });
    const { id, text } = await world.visit(PAGE, page);
    expect(text).toBe('page 2');
    expect(await world.get(id, 'build/late.js')).toBe(files['build/late.js'] ?? null);
    expect(await world.post(id, { type: 'lectern-hello' })).toMatchObject({ isGone: false });
  });

  it('says when there is nothing to go on with yet', async () => {
    world.serveUnlisted({ 'build/late.js': 'late 2' });
    expect(await world.get(page, 'build/late.js')).toBeNull();
    expect(world.told.get(page)?.at(-1)).toMatchObject({ isGone: true, isNewReady: false });
  });

  it('takes nothing of another release from the browser’s own cache', async () => {
    world.httpCache = { 'build/late.js': 'late 0', 'files/a lesson @1.ipynb': 'lesson 0' };
    expect(await world.get(page, 'build/late.js')).toBe('late 1');
    const lesson = 'files/a%20lesson%20@1.ipynb';
    await world.post(page, { type: 'lectern-keep', urls: [SCOPE + lesson] });
    expect(await world.get(page, lesson)).toBe('lesson 1');
  });

  it('gives a page that was not visited before of the host’s release', async () => {
    world.serve({ ...NEW, 'lab/index.html': 'lab 2' });
    const { id, text } = await world.visit('lab/index.html');
    expect(text).toBe('lab 2');
    expect(await world.get(id, 'build/app.js')).toBe('app 2');
    expect(await world.get(page, 'build/app.js')).toBe('app 1');
    expect(world.told.get(page)?.at(-1)).toMatchObject({ isNewReady: true });
  });

  it('opens pages that the host writes into, but does not keep them', async () => {
    world.serve({ ...OLD, 'lab/index.html': 'lab 1' });
    world.serveUnlisted({ 'lab/index.html': 'lab 1 and an advertisement' });
    const { id, text } = await world.visit('lab/index.html');
    expect(text).toBe('lab 1 and an advertisement');
    expect(world.kept()).not.toContain('lab/index.html');
    expect(await world.post(id, { type: 'lectern-hello' })).toMatchObject({ isGone: false });
  });

  it('knows a page again that it had counted as closed, or tells it that its release is gone', async () => {
    const status = await world.post(page, { type: 'lectern-hello' });
    const release = status?.release ?? '';
    await noticeNew();
    const other = world.openClient('window');
    await world.post(other, { type: 'lectern-hello', release });
    expect(await world.get(other, 'build/app.js')).toBe('app 1');
    const stranger = world.openClient('window');
    const answer = await world.post(stranger, { type: 'lectern-hello', release: 'long-gone' });
    expect(answer).toMatchObject({ isGone: true });
    expect(await world.get(stranger, 'build/app.js')).toBeNull();
  });

  it('takes a page that came past the worker for one of the host’s release', async () => {
    world.serve(NEW);
    const hardReloaded = world.openClient('window');
    await world.post(hardReloaded, { type: 'lectern-claim' });
    expect(await world.get(hardReloaded, 'build/app.js')).toBe('app 2');
    expect(await world.get(page, 'build/app.js')).toBe('app 1');
  });
});

describe('a full storage', () => {
  const fill = (): void => {
    world.storage.quota = world.storage.bytes() + 3;
  };

  it('is told once, leaves nothing half kept, and the site goes on from the network', async () => {
    fill();
    expect(await world.get(page, 'build/late.js')).toBe('late 1');
    expect(world.told.get(page)?.at(-1)?.full).toMatchObject({ quota: world.storage.quota });
    expect(world.kept()).toEqual([]);
    await world.post(page, { type: 'lectern-told' });
    expect((await world.post(page, { type: 'lectern-hello' }))?.full).toBeNull();
    expect(await world.get(page, 'build/app.js')).toBe('app 1');
    expect((await world.visit(PAGE)).text).toBe('page 1');
  });

  it('is told again only where all went well meanwhile', async () => {
    const day = 25 * 60 * 60_000;
    fill();
    await world.get(page, 'build/late.js');
    await world.post(page, { type: 'lectern-told' });
    // The browser says that there is room, and has none.
    world.storage.claimedQuota = Infinity;
    world.storage.quota = 3;
    world.time += day;
    const { id } = await world.visit(PAGE);
    await world.get(id, 'build/app.js');
    expect(world.kept()).toEqual([]);
    expect((await world.post(id, { type: 'lectern-hello' }))?.full).toBeNull();
  });

  it('is tried again when there is room', async () => {
    fill();
    await world.get(page, 'build/late.js');
    world.storage.quota = Infinity;
    world.time += 25 * 60 * 60_000;
    const { id } = await world.visit(PAGE);
    await world.get(id, 'build/app.js');
    world.close((await world.visit('')).id);
    const next = await world.visit(PAGE);
    await world.get(next.id, 'build/app.js');
    world.isOnline = false;
    expect((await world.visit(PAGE)).text).toBe('page 1');
  });

  it('for two releases keeps the old one whole, and offers the new one to who has a network', async () => {
    fill();
    await noticeNew();
    expect(world.told.get(page)?.at(-1)).toMatchObject({ isNewReady: true, full: null });
    world.isOnline = false;
    const offline = await world.visit(PAGE);
    expect(offline.text).toBe('page 1');
    expect(await world.get(offline.id, 'build/app.js')).toBe('app 1');
    world.isOnline = true;
    expect((await world.visit(PAGE)).text).toBe('page 2');
  });
});
