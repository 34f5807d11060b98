/** A lesson on paper: `@lectern/notebook/print`. Apart from the rest, since no browser that runs lessons needs it. */

export { lessonPictures, printLesson, type PrintOptions } from './print-lesson.js';

// What other pages are made with.
export { h, stringify, type Element, type ElementContent } from './hast.js';
export { highlighted } from './highlight.js';
export { MarkdownPrinter } from './markdown.js';
