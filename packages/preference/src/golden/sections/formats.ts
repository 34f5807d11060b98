/** Formats of data. The ids' beginnings name the function, since inputs alone do not tell the first from the last. */

import {
  extractPrompt,
  hhToConversational,
  unpair,
  type Completion,
  type ImplicitPrompt,
  type PairedColumns
} from '../../data/formats.js';
import type { Fields, Section } from '../schema.js';

export const formatsSection: Section = ({ id, inputs }) => {
  if (id.startsWith('extract_prompt')) return { expected: extractPrompt(pairOf(inputs)) };
  if (id.startsWith('hh_to_conversational')) {
    return { expected: hhToConversational(pairOf(inputs) as ImplicitPrompt<string>) };
  }
  if (id.startsWith('unpair')) return { expected: unpair(inputs.all() as PairedColumns) };
  throw new Error('an id must begin with extract_prompt, unpair or hh_to_conversational');
};

const pairOf = (inputs: Fields): ImplicitPrompt<Completion> => ({
  chosen: inputs.raw('chosen') as Completion,
  rejected: inputs.raw('rejected') as Completion
});
