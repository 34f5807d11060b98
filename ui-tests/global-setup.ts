import { buildSite, COURSE, SITE } from './site.js';

export default function build(): void {
  buildSite(COURSE, SITE);
}
