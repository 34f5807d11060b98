import { describe, expect, it, test } from 'vitest';
import { fileAt, LIVE, pathOf, readRelease, successors, urlOf, type Release } from './release.js';

const SCOPE = 'https://host.example/a%20course/';
const listing = (...paths: string[]): Release => ({
  format: 1,
  id: 'one',
  files: Object.fromEntries(paths.map((path) => [path, ['00', 1]]))
});

describe('pathOf', () => {
  it.each([
    ['', 'index.html'],
    ['?from=here', 'index.html'],
    ['notebooks/', 'notebooks/index.html'],
    ['notebooks/index.html?path=a.ipynb', 'notebooks/index.html'],
    ['build/bundle.js?_=c1d836f', 'build/bundle.js'],
    ['files/50%25%20of%20%231.ipynb', 'files/50% of #1.ipynb'],
    ['files/%E4%BD%A0.ipynb', 'files/你.ipynb']
  ])('takes %j for %j', (address, path) => {
    expect(pathOf(SCOPE + address, SCOPE)).toBe(path);
    expect(pathOf(urlOf(path, SCOPE), SCOPE)).toBe(path);
  });

  it.each([
    'https://host.example/other/a.js',
    'https://cdn.example/a%20course/a.js',
    `${SCOPE}%ff`
  ])('knows nothing of %j', (url) => {
    expect(pathOf(url, SCOPE)).toBeNull();
  });
});

test('a file has one address, however it is asked for', () => {
  const addresses = ['files/%40a.txt', 'files/@a.txt', 'files/a%2Cb.txt', 'files/a,b.txt'];
  const urls = addresses.map((address) => urlOf(pathOf(SCOPE + address, SCOPE) ?? '', SCOPE));
  expect(new Set(urls).size).toBe(2);
});

test('a list is what has the form of one', () => {
  const release = listing('a.js');
  expect(readRelease(JSON.parse(JSON.stringify(release)))).toEqual(release);
  expect(readRelease(LIVE)).toEqual(LIVE);
  const others = [null, 'x', {}, { ...release, format: 2 }, { ...release, files: { a: 'x' } }];
  for (const other of others) expect(readRelease(other)).toBeNull();
});

test('what every object has is no file', () => {
  expect(fileAt(listing('a.js'), 'constructor')).toBeNull();
});

test('a bundle is followed by the one that differs in the hash alone', () => {
  const next = listing('build/963.bbbbbbb.js', 'build/12.bbbbbbb.js', 'a.js', 'cafebabe.js');
  expect(successors('a.js', next)).toEqual(['a.js']);
  expect(successors('build/963.aaaaaaa.js', next)).toEqual(['build/963.bbbbbbb.js']);
  expect(successors('gone.js', next)).toEqual([]);
});
