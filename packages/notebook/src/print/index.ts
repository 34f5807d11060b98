/** A lesson on paper: `@lectern/notebook/print`. Apart from the rest, since no browser that runs lessons needs it. */

export { lessonPictures, printLesson, type PrintOptions } from './print-lesson.js';
