// @ts-check
/** A wheel of files: what it says about itself, and an archive. The same inputs give the same bytes. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** As the file system of MS-DOS, and so zip, begins; in local time, which is how zip reads it. */
const DATE = new Date(1980, 0, 1);

/** @typedef {[name: string, content: Buffer]} File */

/**
 * @param {string} folder
 * @param {{ name: string, version: string, summary: string, requires?: string[] }} about
 * @param {File[]} content
 * @returns {Promise<string>} the wheel's path
 */
export async function writeWheel(folder, { name, version, summary, requires = [] }, content) {
  const distribution = `${name.replaceAll('-', '_')}-${version}`;
  const info = `${distribution}.dist-info`;
  /** @type {File[]} */
  const files = [
    ...content,
    [
      `${info}/METADATA`,
      text(
        'Metadata-Version: 2.1',
        `Name: ${name}`,
        `Version: ${version}`,
        `Summary: ${summary}`,
        'License: BSD-3-Clause',
        'Requires-Python: >=3.11',
        ...requires.map((requirement) => `Requires-Dist: ${requirement}`)
      )
    ],
    [
      `${info}/WHEEL`,
      text('Wheel-Version: 1.0', 'Generator: lectern', 'Root-Is-Purelib: true', 'Tag: py3-none-any')
    ]
  ];
  files.push([`${info}/RECORD`, record(files, info)]);
  const archive = new yazl.ZipFile();
  for (const [path, bytes] of files) {
    archive.addBuffer(bytes, path, {
      mtime: DATE,
      mode: 0o100644,
      // Otherwise the time is told in UTC as well, which differs from place to place.
      forceDosTimestamp: true,
      compressionLevel: 9
    });
  }
  archive.end();
  const wheel = join(folder, `${distribution}-py3-none-any.whl`);
  await pipeline(archive.outputStream, createWriteStream(`${wheel}.new`));
  await rename(`${wheel}.new`, wheel);
  return wheel;
}

/** @param {string[]} lines */
function text(...lines) {
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** @param {File[]} files @param {string} info */
function record(files, info) {
  const lines = files.map(([name, content]) => {
    const hash = createHash('sha256').update(content).digest('base64url');
    return `${name},sha256=${hash},${content.length}`;
  });
  return text(...lines, `${info}/RECORD,,`);
}
