/** MyST Markdown, written and read. */

import { fromMyst, toMyst } from '@lectern/notebook/myst';
import type { Format, Reader } from './format.js';

export const myst: Format = {
  extension: '.myst.md',
  write: ({ lesson, text }) =>
    Promise.resolve({ text: toMyst(lesson, text), diagnostics: lesson.diagnostics })
};

export const fromMystFile: Reader = (text) => fromMyst(text);
