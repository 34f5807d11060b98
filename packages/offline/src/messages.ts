/** What a page and the service worker say to each other. */

/** From a page to the worker. */
export type PageMessage =
  /** What is there to know? `release` is what the page was told before: after a rest the worker may have forgotten it. */
  | { type: 'lectern-hello'; release?: string }
  /** These were loaded before the worker was in charge. */
  | { type: 'lectern-keep'; urls: string[] }
  /** This page was left without a worker. */
  | { type: 'lectern-claim' }
  /** The learner has been told that the storage is full. */
  | { type: 'lectern-told' };

/** From the worker to a page. */
export interface ReleaseStatus {
  type: 'lectern-status';
  /** The page's own; `null` while the worker knows none. */
  release: string | null;
  /** Another release is here, whole; a reload brings it. */
  isNewReady: boolean;
  /** Something of the page's release was asked for that neither browser nor host has any more. */
  isGone: boolean;
  /**
   * The browser has no room for the site, and the learner has not been told; in bytes. Some browsers name a quota that
   * they do not grant: then it is `null`.
   */
  full: { usage: number; quota: number | null } | null;
}

export function isStatus(data: unknown): data is ReleaseStatus {
  return isTyped(data) && data.type === 'lectern-status';
}

export function isPageMessage(data: unknown): data is PageMessage {
  const types = ['lectern-hello', 'lectern-keep', 'lectern-claim', 'lectern-told'];
  return isTyped(data) && types.includes(data.type);
}

function isTyped(data: unknown): data is { type: string } {
  return (
    typeof data === 'object' &&
    data !== null &&
    typeof (data as { type?: unknown }).type === 'string'
  );
}
