/** A file is what the list says it is, or it is not served. */

import type { ReleaseFile } from '../release.js';

export async function isVerified(
  content: ArrayBuffer,
  [sha256, bytes, unzippedSha256]: ReleaseFile
): Promise<boolean> {
  const wanted = content.byteLength === bytes ? sha256 : unzippedSha256;
  if (wanted === undefined) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === wanted;
}

/** The file as it may be kept; `null` where it is another. */
export async function readVerified(
  response: Response,
  file: ReleaseFile
): Promise<Response | null> {
  // What is kept is the blob, which browsers hold outside the page's memory; the copy that is verified is soon gone.
  const content = await response.blob();
  return (await isVerified(await content.arrayBuffer(), file)) ? like(response, content) : null;
}

export interface Verified {
  /** Of it a reader gets all of the right file, or an error. */
  response: Response;
  /** The file as it may be kept; `null` where it is another; `undefined` where it did not arrive. */
  kept: Promise<Response | null | undefined>;
}

/** Passes a file on while it arrives, but for its end, which comes when the whole is verified. */
export function verifiedStream(response: Response, file: ReleaseFile): Verified {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let held: Uint8Array<ArrayBuffer> | undefined;
  let kept: Response | null | undefined;
  const { readable, writable } = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >(
    {
      transform(chunk, controller) {
        chunks.push(chunk.slice());
        if (held) controller.enqueue(held);
        held = chunk;
      },
      async flush(controller) {
        const content = new Blob(chunks);
        const isRight = await isVerified(await content.arrayBuffer(), file);
        kept = isRight ? like(response, content) : null;
        if (kept === null) controller.error(new TypeError('This file is of another release.'));
        else if (held) controller.enqueue(held);
      }
    },
    undefined,
    // As fast as it arrives, whether or not anybody reads: it is to be kept.
    new CountQueuingStrategy({ highWaterMark: Infinity })
  );
  const body = response.body ?? new Blob([]).stream();
  const piped = body.pipeTo(writable).catch(() => undefined);
  return { response: like(response, readable), kept: piped.then(() => kept) };
}

/** Not the response itself: a browser refuses to open a page with one that was redirected. */
function like({ status, headers }: Response, body: BodyInit | null): Response {
  const kept = new Headers(headers);
  // The browser has undone these.
  for (const name of ['Content-Encoding', 'Content-Length']) kept.delete(name);
  return new Response(body, { status, headers: kept });
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
