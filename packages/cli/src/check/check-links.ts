/** Whether the links and pictures of a lesson lead to something. Addresses on other hosts are not asked for. */

import { dirname, join, relative } from 'node:path';
import { findLinks, type Diagnostic, type Link } from '@lectern/lesson';
import { exists } from '../files.js';
import { checkDiagnostic } from './rules.js';

/** `file`: the lesson's; `root`: the course's folder, which its links must stay in. */
export async function checkLinks(text: string, file: string, root: string): Promise<Diagnostic[]> {
  const { links, headings } = findLinks(text);
  const anchors = new Set(headings.map(anchor));
  const diagnostics: Diagnostic[] = [];
  for (const link of links) {
    const { url } = link;
    if (/^([a-z][a-z0-9+.-]*:|\/\/|attachment:)/i.test(url)) continue;
    const [path = '', heading] = url.split('#', 2);
    if (path === '') {
      if (heading && !anchors.has(anchor(heading))) diagnostics.push(missingHeading(link, heading));
    } else {
      const problem = await problemOf(decoded(path.replace(/\?.*$/, '')), file, root);
      if (problem !== null) diagnostics.push(missingFile(link, problem));
    }
  }
  return diagnostics;
}

/** Headings are linked to in more than one spelling: JupyterLab's keeps capitals, code hosts' do not. */
function anchor(heading: string): string {
  return decoded(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function problemOf(path: string, file: string, root: string): Promise<string | null> {
  if (path.startsWith('/')) return 'begins at the root of the host, where the course need not be';
  const target = join(dirname(file), path);
  if (relative(root, target).startsWith('..')) return 'is outside the course';
  // A notebook is made of the lesson beside which it will stand.
  for (const candidate of [target, target.replace(/\.ipynb$/, '.md')]) {
    if (await exists(candidate)) return null;
  }
  return 'is not there';
}

function missingFile({ kind, url, range }: Link, problem: string): Diagnostic {
  return checkDiagnostic(
    'link/missing-file',
    range,
    `The ${kind === 'image' ? 'picture' : 'file'} \`${url}\` ${problem}.`,
    'Correct the path, which is relative to the lesson, or put the file there.'
  );
}

function missingHeading({ range }: Link, heading: string): Diagnostic {
  return checkDiagnostic(
    'link/missing-heading',
    range,
    `The lesson has no heading \`${heading}\`.`,
    'Link to a heading as it reads, with hyphens for spaces.'
  );
}
