/** The failures of building or serving a site that the person at the terminal can mend: their messages are one line. */

export class SiteError extends Error {
  override name = 'SiteError';
}
