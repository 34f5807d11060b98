/** Every guess that a draft can hold: its stable id, how much it asks of a person, and what it means. */

import { info, warning, type Rule } from '../rules.js';

export const IMPORT_RULES = {
  'import/already-a-lesson': info(
    'The text has an `id` in its front matter, so it is a lesson already; it is left as it is.'
  ),
  'import/id': info('An `id` made from the title or the file name.'),
  'import/title': info('A title taken from the text.'),
  'import/no-title': warning('No title was found; one is made from the file name.'),
  'import/front-matter': warning('Front matter that could not be read, so no `id` was added.'),

  'import/heading': info('A line read as a heading.'),
  'import/page-furniture': warning(
    'A line that looks like a page number, a footer or the title of a browser tab; it is kept.'
  ),
  'import/list': info('Lines read as a list.'),
  'import/line-breaks': info('Lines kept apart by hard line breaks.'),
  'import/lost-list': warning('A line announces a list, and none follows.'),
  'import/table': info('Lines read as a table.'),

  'import/diagram': info('Text art put into a `diagram` fence.'),
  'import/code': info('Lines read as code.'),
  'import/listing': info('Lines kept as they stand, in a fence that does not run.'),
  'import/lost-indentation': warning(
    'Python whose indentation was lost; it is kept as a listing that does not run.'
  ),
  'import/smart-quotes': info('Typographic quotation marks in code made straight.'),
  'import/unclosed-fence': warning('A fence that is never closed; it is closed at the end.'),

  'import/callout': info('A labelled paragraph made into a directive.'),
  'import/quiz-answer': warning('A question made into a quiz in which no answer is marked.'),
  'import/quiz-marked': info('A quiz whose right answer was taken from the text after it.'),
  'import/open-question': info('A question without choices made into an open task.'),

  'import/dollar': info('A dollar sign escaped, so that it does not begin mathematics.'),
  'import/formula': info('A formula given the marks of the format.'),
  'import/lost-formula': warning('A gap in a sentence where a formula seems to have been lost.'),
  'import/glossary': warning('Glossary text split off the word that it was glued onto.'),
  'import/possible-glossary': info(
    'What may be glossary text glued onto a word; it is left as it is.'
  ),

  'import/left-out': warning('Parts of an HTML page that are not its content were left out.'),
  'import/picture': info('A picture that is not on the web: it must be put beside the lesson.'),
  'import/embedded': info('Something embedded in an HTML page; the draft has a link to it.'),
  'import/unreadable-page': warning('An HTML page that could not be read as one; its text is kept.')
} as const satisfies Record<string, Rule>;

export type ImportRuleId = keyof typeof IMPORT_RULES;
