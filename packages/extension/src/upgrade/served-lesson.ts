/**
 * The lesson's notebook as the site serves it now. JupyterLite keeps what a learner has saved in the browser's storage,
 * and from then on its contents manager gives that copy for the path: the site's own file is only at its address.
 */

import { URLExt } from '@jupyterlab/coreutils';
import { METADATA_KEY } from '../metadata-key.js';
import type { Notebook } from './lesson-update.js';

export interface LessonVersion {
  id: string;
  version: string;
}

/** `baseUrl`: of the site. */
export function servedUrl(baseUrl: string, path: string): string {
  return URLExt.join(baseUrl, 'files', URLExt.encodeParts(path));
}

/** `null` where the site has no such file, or cannot be reached. */
export async function fetchServed(
  url: string,
  fetchFile: typeof fetch = fetch
): Promise<Notebook | null> {
  try {
    const response = await fetchFile(url, { cache: 'no-cache' });
    if (!response.ok) return null;
    const notebook: unknown = await response.json();
    return lessonVersion(notebook) === null ? null : (notebook as Notebook);
  } catch {
    return null;
  }
}

/** Read here, so that the notebook package is loaded only when there is something to upgrade. */
export function lessonVersion(notebook: unknown): LessonVersion | null {
  const lesson = step(step(step(notebook, 'metadata'), METADATA_KEY), 'lesson');
  const [id, version] = [step(lesson, 'id'), step(lesson, 'version')];
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : null;
}

/** Versions have no order: what the site serves is what counts. */
export function isNewer(served: LessonVersion | null, mine: LessonVersion | null): boolean {
  return served !== null && served.id === mine?.id && served.version !== mine.version;
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
