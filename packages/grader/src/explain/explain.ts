/** What an exception usually means, and the likely fix. */

import type { Say } from '../messages/messages.js';
import type { PythonError } from '../sandbox.js';
import { clueOf, firstOf, type Rules } from './clue.js';
import {
  ATTRIBUTE_ERRORS,
  IMPORT_ERRORS,
  MODULE_ERRORS,
  NAME_ERRORS,
  UNBOUND_ERRORS
} from './names.js';
import { INDENTATION_ERRORS, SYNTAX_ERRORS, TAB_ERRORS } from './syntax.js';
import { TYPE_ERRORS } from './types.js';
import * as values from './values.js';

/** By the name of the exception's type. */
const RULES: Readonly<Record<string, Rules>> = {
  NameError: NAME_ERRORS,
  UnboundLocalError: UNBOUND_ERRORS,
  ModuleNotFoundError: MODULE_ERRORS,
  ImportError: IMPORT_ERRORS,
  AttributeError: ATTRIBUTE_ERRORS,
  SyntaxError: SYNTAX_ERRORS,
  IndentationError: INDENTATION_ERRORS,
  TabError: TAB_ERRORS,
  TypeError: TYPE_ERRORS,
  ValueError: values.VALUE_ERRORS,
  JSONDecodeError: values.JSON_ERRORS,
  IndexError: values.INDEX_ERRORS,
  KeyError: values.KEY_ERRORS,
  ZeroDivisionError: values.ZERO_DIVISION,
  RecursionError: values.RECURSION,
  EOFError: values.END_OF_INPUT,
  FileNotFoundError: values.FILE_ERRORS,
  IsADirectoryError: values.FOLDER_ERRORS,
  AssertionError: values.ASSERTION_ERRORS,
  StopIteration: values.STOP_ITERATION,
  UnicodeDecodeError: values.DECODE_ERRORS,
  UnicodeEncodeError: values.ENCODE_ERRORS,
  OverflowError: values.OVERFLOW_ERRORS,
  RuntimeError: values.RUNTIME_ERRORS,
  NotImplementedError: values.NOT_IMPLEMENTED,
  SystemExit: values.EXITS
};

/** `null` where there is nothing to add to the exception's own words. */
export function explainError(error: PythonError, source: string, say: Say): string | null {
  const rules = Object.hasOwn(RULES, error.type) ? RULES[error.type] : undefined;
  if (rules === undefined) return null;
  return firstOf(rules, clueOf(error, source, say));
}
