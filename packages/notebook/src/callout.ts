/** Definitions, notes and their like: a box where there is a style for it, and a bold label everywhere. */

import { escapeMarkdown } from './markdown-text.js';

interface Style {
  label: string;
  /** JupyterLab, VS Code and classic Jupyter style these themselves; our own style sheet refines them. */
  alert: 'info' | 'success' | 'warning';
}

const STYLES: Readonly<Record<string, Style>> = {
  definition: { label: 'Definition', alert: 'info' },
  note: { label: 'Note', alert: 'info' },
  tip: { label: 'Tip', alert: 'success' },
  warning: { label: 'Warning', alert: 'warning' },
  example: { label: 'Example', alert: 'info' },
  'try-it': { label: 'Try it', alert: 'success' },
  quiz: { label: 'Quiz', alert: 'info' },
  experiment: { label: 'Experiment', alert: 'info' }
};

export function isCallout(name: string): boolean {
  return Object.hasOwn(STYLES, name);
}

export function calloutLabel(name: string): string {
  return STYLES[name]?.label ?? name;
}

/** The blank lines let Markdown be read inside the HTML. `labelled` is false for the later pieces of one that code cells divide. */
export function calloutMarkdown(
  name: string,
  title: string | null,
  content: string,
  labelled = true
): string {
  const { label, alert } = STYLES[name] ?? { label: escapeMarkdown(name), alert: 'info' };
  const heading = title === null ? `**${label}**` : `**${label}: ${title}**`;
  return [
    `<div class="alert alert-block alert-${alert} lectern-callout lectern-${name}">`,
    ...(labelled ? [heading] : []),
    ...(content === '' ? [] : [content]),
    '</div>'
  ].join('\n\n');
}
