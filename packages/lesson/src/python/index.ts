/** Reading Python without Python: `@lectern/lesson/python`, an entry of its own, since the grader needs no Markdown. */

export { parsePython, type PythonTree } from './parse.js';
export { findSyntaxError } from './syntax.js';
export { readImport, type Import } from './imports.js';
export { STANDARD_LIBRARY } from './modules.js';
export { namesOf, type PythonNames } from './names.js';
export { BUILTINS } from './builtins.js';
export { lockedLines, type LockedRegion } from './locked-lines.js';
export {
  isNameRule,
  isSyntaxWord,
  OPERATORS,
  SYNTAX_WORDS,
  type SyntaxWord
} from './syntax-words.js';
export { nearest } from '../nearest.js';
