/** The address of the page that opens a notebook by itself, relative to the site's root. */
export function lessonUrl(path: string): string {
  return `notebooks/index.html?path=${path.split('/').map(encodeURIComponent).join('/')}`;
}
