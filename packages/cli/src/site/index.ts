/** The static site: build one from a course, serve one on this machine. */

export { buildSite, type BuildSiteOptions } from './build-site.js';
export { SiteError } from './errors.js';
export { definitionsOf } from './glossary.js';
export { MARKER_FILE } from './replace-folder.js';
export { serveSite, type ServeSiteOptions, type SiteServer } from './serve-site.js';
export type { LessonFacts, SiteCourse, SiteFile, SiteLesson } from './site.js';
