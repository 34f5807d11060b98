/** Every problem that an author can be told of: its stable id, how much it matters, and what it means. */

import type { Severity } from './diagnostics.js';

export interface Rule {
  severity: Severity;
  /** One line, for the table of rules in the documentation. */
  description: string;
}

export const RULES = {
  'lesson/unparsable': error(
    'The text could not be read as Markdown; it is kept whole, as one listing.'
  ),

  'lesson/too-deep': error(
    'Lists or quotations nested deeper than can be read in reasonable time; they are shown as they are written.'
  ),

  'front-matter/unclosed': error('The front matter has no closing `---` line.'),
  'front-matter/invalid-yaml': error('The front matter is not valid YAML.'),
  'front-matter/not-a-map': error('The front matter is not a map of keys to values.'),
  'front-matter/unknown-key': warning('A front matter key that the format does not know.'),
  'front-matter/duplicate-key': error('A front matter key that stands twice; the first counts.'),
  'front-matter/invalid-value': error(
    'A front matter value of the wrong kind; the default is used.'
  ),
  'front-matter/unknown-module': warning('A `moduleId` that the course does not have.'),
  'front-matter/missing-id': warning('The lesson has no `id`; one is made from its path or title.'),
  'front-matter/missing-title': warning('The lesson has no `title`; its first heading is used.'),

  'course/invalid-yaml': error('`course.yml` is not valid YAML.'),
  'course/not-a-map': error('`course.yml` is not a map of keys to values.'),
  'course/unknown-key': warning('A key of `course.yml` that the format does not know.'),
  'course/duplicate-key': error('A key of `course.yml` that stands twice; the first counts.'),
  'course/invalid-value': error('A value of `course.yml` of the wrong kind; the default is used.'),
  'course/duplicate-id': error('Two lessons of the course have the same id.'),
  'course/unknown-prerequisite': warning('A prerequisite that the course does not hold.'),
  'course/prerequisite-cycle': error('Lessons that are, in a circle, prerequisites of each other.'),

  'markdown/unclosed-fence': error('A fence that is never closed: everything after it is code.'),

  'directive/unknown-name': warning(
    'A directive that the format does not know; its content is kept.'
  ),
  'directive/unclosed': error('A directive that is never closed.'),
  'directive/stray-close': warning('A closing line of colons that closes nothing.'),
  'directive/malformed': warning(
    'A line that begins with `:::` but is no directive; it is kept as text.'
  ),
  'directive/duplicate-attribute': warning(
    'An attribute of a directive that stands twice; the first counts.'
  ),
  'directive/nested-in-block': warning(
    'A directive inside a list or a quotation; it is kept as text.'
  ),
  'directive/too-deep': error('Directives nested too deeply; the inner one is kept as text.'),
  'directive/in-challenge': warning('A directive in the challenges section; it is kept as text.'),

  'experiment/missing-kind': warning('An experiment without a kind; its text is kept.'),
  'experiment/unknown-kind': warning(
    'An experiment of a kind that there is not; its text is kept, and its cell says which there are.'
  ),

  'code/unparsable': info('A `python` fence that does not parse; it is shown and not run.'),
  'code/missing-module': info(
    'A `python` fence that imports what is not there; it is shown and not run.'
  ),
  'code/undefined-name': info(
    'A `python` fence that uses undefined names; it is shown and not run.'
  ),
  'code/unknown-option': warning('A word after `python` that is not an option.'),

  'quiz/missing-id': info('A quiz without an `id`; one is made from its question.'),
  'quiz/invalid-id': error('A quiz id that is not a slug; one is made from it.'),
  'quiz/duplicate-id': error('A quiz has the id of another quiz or of a challenge of the lesson.'),
  'quiz/unknown-type': error('A quiz `type` that the format does not know; it is inferred.'),
  'quiz/unknown-attribute': warning('An attribute of a quiz that the format does not know.'),
  'quiz/invalid-value': error('A quiz attribute of the wrong kind; the default is used.'),
  'quiz/partial-ignored': warning('`partial` on a quiz that is not `multiple`; it has no effect.'),
  'quiz/no-question': warning('A quiz that asks nothing: it has neither a question nor a title.'),
  'quiz/no-options': error('A quiz without a list of options; it is shown as text.'),
  'quiz/no-right-answer': error('A quiz in which nothing is marked right; it is shown ungraded.'),
  'quiz/several-right': error(
    'A `single` quiz with several options marked right; it is shown as `multiple`.'
  ),
  'quiz/several-numbers': warning(
    'A `numeric` quiz with several right numbers; each of them is accepted.'
  ),
  'quiz/duplicate-option': warning('Two options of a quiz are the same.'),
  'quiz/bad-number': error('An answer of a `numeric` quiz that is not a number.'),
  'quiz/invalid-pattern': error('A pattern of a `text` quiz that is not a regular expression.'),
  'quiz/unsafe-pattern': error(
    'A pattern of a `text` quiz that could take for ever to compare; it is not used.'
  ),
  'quiz/nested-directive': warning('A directive inside a quiz; it is shown after the quiz.'),
  'quiz/stray-feedback': warning(
    'A quotation after the options that belongs to none of them; it is shown to everybody.'
  ),

  'jupyterquiz/not-questions': error('A file that holds no list of jupyterquiz questions.'),
  'jupyterquiz/unknown-type': error('A jupyterquiz question of a type that quizzes do not have.'),
  'jupyterquiz/malformed': error('A jupyterquiz question or answer that cannot be read.'),
  'jupyterquiz/lost': warning('Something that one of the two formats cannot say; it is left out.'),
  'jupyterquiz/inexact': info('Something that the two formats say a little differently.'),

  'challenges/second-marker': error('The line `---challenges---` stands twice.'),
  'challenges/marker-in-fence': warning(
    'The line `---challenges---` is inside a fence, and so is code.'
  ),
  'challenges/stray-content': warning(
    'Text in the challenges section that belongs to no challenge.'
  ),

  'challenge/missing-id': error('A challenge without an `id`; one is made from its title.'),
  'challenge/invalid-id': error('A challenge id that is not a slug; one is made from it.'),
  'challenge/duplicate-id': error('Two challenges of the lesson have the same id.'),
  'challenge/unknown-key': warning("A key in a challenge's list that the format does not know."),
  'challenge/duplicate-key': warning(
    "A key that stands twice in a challenge's list; the first counts."
  ),
  'challenge/invalid-value': error('A challenge value of the wrong kind; the default is used.'),
  'challenge/unknown-word': warning(
    'A word of `forbid` or `require` that no answer can use, or that looks misspelt.'
  ),
  'challenge/stray-locked-marker': warning(
    'A line `# --- locked` or `# --- end` of the Starter Code without its partner; it locks nothing.'
  ),
  'challenge/missing-starter': error('A challenge without Starter Code.'),
  'challenge/missing-solution': error('A challenge without a Solution.'),
  'challenge/unknown-part': warning('A part that the format does not know; it is kept as prose.'),
  'challenge/misspelt-part': warning(
    'A part whose heading is spelt in another way; it is read as the part that it resembles.'
  ),
  'challenge/duplicate-part': warning('A part that stands twice; the first counts.'),
  'challenge/part-without-fence': warning(
    'A part whose value is not in a fence; its text is taken as it is.'
  ),
  'challenge/empty-part': warning('A part that holds nothing.'),
  'challenge/stray-content': warning('Text in a part that has no place for it.'),
  'challenge/sealed-compare': error('A sealed output cannot be compared in this way.'),
  'challenge/unusable-pattern': error(
    'A pattern (`compare: regex`) that is no regular expression, or could take for ever to compare; it is not used.'
  ),
  'challenge/unknown-place': error('A marker names a challenge that the lesson does not have.'),
  'challenge/unknown-attribute': warning(
    'An attribute of a challenge marker that the format does not know.'
  ),
  'challenge/duplicate-place': error('A second marker for the same challenge.'),
  'challenge/surplus-place': error('A marker for which no challenge is left.')
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

function error(description: string): Rule {
  return { severity: 'error', description };
}
export function warning(description: string): Rule {
  return { severity: 'warning', description };
}
export function info(description: string): Rule {
  return { severity: 'info', description };
}
