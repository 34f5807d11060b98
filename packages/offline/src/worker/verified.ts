/** A file is what the list says it is, or it is not served. */

import type { ReleaseFile } from '../release.js';

/** Reads the response, so give it a clone. */
export async function isVerified(
  response: Response,
  [sha256, bytes, unzippedSha256]: ReleaseFile
): Promise<boolean> {
  const content = await response.arrayBuffer();
  const wanted = content.byteLength === bytes ? sha256 : unzippedSha256;
  if (wanted === undefined) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === wanted;
}

/** As it may be kept: a browser refuses to open a page with a response that was redirected. */
export function withoutRedirect(response: Response): Response {
  if (!response.redirected) return response;
  const { status, headers } = response;
  return new Response(response.body, { status, headers });
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
