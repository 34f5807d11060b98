/** What the other parts need of it: the list that a build writes, and what a page and the worker say to each other. */

export { LIVE, RELEASE_FILE, type Release, type ReleaseFile } from './release.js';
export { isStatus, type PageMessage, type ReleaseStatus } from './messages.js';
export { noticesFor, type Notice } from './notices.js';
