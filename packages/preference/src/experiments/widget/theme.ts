/** The page's theme, JupyterLab's or another: its colours for charts, and word of its changes. */

import type { ChartColours } from '../../charts/theme.js';

/** As the frame's style has them, whose text and border follow the page. */
export function coloursOf(frame: HTMLElement): ChartColours {
  const style = getComputedStyle(frame);
  return { text: style.color, grid: style.borderTopColor };
}

/** JupyterLab, VS Code and marimo say the theme in attributes of the body or the root. @returns how to stop */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const root of [document.documentElement, document.body]) {
    observer.observe(root, { attributes: true, attributeFilter: THEME_ATTRIBUTES });
  }
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', changed);
  };
}

const THEME_ATTRIBUTES = [
  'class',
  'style',
  'data-theme',
  'data-jp-theme-light',
  'data-jp-theme-name',
  'data-vscode-theme-kind'
];
