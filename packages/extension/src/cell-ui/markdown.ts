/** Markdown from a notebook's metadata, drawn by JupyterLab's own sanitising renderer. */

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Widget } from '@lumino/widgets';

const MARKDOWN = 'text/markdown';

export function renderedMarkdown(rendermime: IRenderMimeRegistry, text: string): Widget {
  const renderer = rendermime.createRenderer(MARKDOWN);
  const model = rendermime.createModel({ data: { [MARKDOWN]: text }, trusted: false });
  renderer.renderModel(model).catch((reason: unknown) => {
    console.error('Lectern could not draw a piece of Markdown.', reason);
    renderer.node.textContent = text;
  });
  return renderer;
}

/** A Python listing in Markdown; its fence is longer than any in the code. */
export function pythonListing(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}python\n${source.replace(/\n$/, '')}\n${fence}`;
}
