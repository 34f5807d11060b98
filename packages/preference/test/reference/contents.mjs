// @ts-check
/** The table of contents of a Markdown page, and whether its links lead anywhere. */

/** @typedef {{ level: number, text: string, anchor: string }} Heading */

/**
 * A line a subject, with what it exports: functions, classes and constants before types, as on the page.
 * @param {string} head what stands before the contents
 * @param {string} body what stands after them
 */
export function contentsOf(head, body) {
  /** @type {{ subject: Heading, members: Heading[] }[]} */
  const parts = [];
  for (const heading of headingsOf(`${head}\n${body}`)) {
    if (heading.level === 2) parts.push({ subject: heading, members: [] });
    if (heading.level === 3) parts.at(-1)?.members.push(heading);
  }
  const link = (/** @type {Heading} */ { text, anchor }) =>
    `[${text.replace('()', '')}](#${anchor})`;
  return parts
    .map(({ subject, members }) => `- **${link(subject)}**: ${members.map(link).join(', ')}`)
    .join('\n');
}

/**
 * Of names that differ by case alone (`bestOfN`, `BestOfN`) the Markdown plugin counts the anchors twice: a link to a
 * name leads to the heading that is written as it is.
 * @param {string} page
 */
export function withMendedLinks(page) {
  const anchors = new Map(headingsOf(page).map(({ text, anchor }) => [text, anchor]));
  return page.replace(/\[`(\w+)`\]\(#([\w-]*)\)/g, (link, name, anchor) => {
    const right = anchors.get(name) ?? anchors.get(`${name}()`);
    const isOfName = anchor.replace(/-\d+$/, '') === name.toLowerCase();
    return isOfName && right ? `[\`${name}\`](#${right})` : link;
  });
}

/** Links within the page that lead nowhere. @param {string} page */
export function brokenLinks(page) {
  const anchors = new Set(headingsOf(page).map(({ anchor }) => anchor));
  for (const [, id] of page.matchAll(/<a id="([^"]*)">/g)) anchors.add(id ?? '');
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor ?? '');
  return links.filter((anchor) => !anchors.has(anchor));
}

/** With the anchors that GitHub gives them: a second one of a name ends in -1. @param {string} page */
function headingsOf(page) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const prose = page.replace(/^```[^]*?^```/gm, '');
  return [...prose.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', escaped = '']) => {
    const text = escaped.replaceAll('\\', '');
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return { level: marks.length, text, anchor: count === 0 ? slug : `${slug}-${count}` };
  });
}
