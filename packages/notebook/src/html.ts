/** Text for the HTML in Markdown cells. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // JupyterLab cuts mathematics out before it reads the Markdown, HTML blocks included.
  $: '&#36;',
  '\\': '&#92;',
  '`': '&#96;',
  '@': '&#64;'
};

/** For an element's text or an attribute's value: comes out exactly as it is. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'$\\`@]/g, (character) => ENTITIES[character] as string);
}
