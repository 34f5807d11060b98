/** Ids: what may be one, and how to make one from a title or a file's name. */

export const SLUG = /^[a-z0-9][a-z0-9-]*$/;

/** `null` when the text holds nothing that an id can be made of. */
export function slugify(text: string): string | null {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? null : slug;
}
