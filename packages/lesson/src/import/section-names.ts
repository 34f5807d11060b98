/** Headings that say what a section is for: not the title of a lesson, or a place for questions. */

const GENERIC =
  /^(?:(?:purpose|aims?|goals?|overview|summary|outline|scope) of (?:these|this|the) \w+|purpose|introduction|intro|overview|abstract|summary|background|preface|motivation|goals?|aims?|(?:learning )?(?:objectives|outcomes|goals)|(?:table of )?contents|agenda|outline|prerequisites|getting started|before (?:we|you) (?:start|begin)|notes?|exercises?|practice|(?:quick )?quiz|references|conclusions?|recap|key (?:points|ideas|takeaways))[\s:.!]*$/i;
/** One of a row. */
const NUMBERED =
  /^(?:step|part|chapter|section|exercise|activity|task|stage|phase|slide|appendix|\d+[.)])\s+\w/i;

export function isGenericTitle(title: string): boolean {
  return GENERIC.test(title) || NUMBERED.test(title);
}

/** Under these, questions have one right answer, or choices. */
const QUIZ =
  /\b(?:quiz|quizzes|test yourself|knowledge check|self[- ]test|multiple[- ]choice|mcqs?|check your (?:understanding|knowledge)|self[- ]assessment|self[- ]check|quick check|concept check)\b/i;
/** Under these, they may be open. */
const QUESTIONS =
  /\b(?:practice|practise|exercises?|(?:conceptual|review|discussion|comprehension|reflection|study|thought|further|end-of-chapter)? ?questions|(?:practice )?problems|homework|your turn|try it(?: yourself)?|think about it|reflect(?:ion)?|for discussion|assignments?|activit(?:y|ies))\s*(?:\d+|[:!]|\(.*\))?$/i;

export type QuestionSection = 'quiz' | 'practice';

export function questionSection(heading: string): QuestionSection | null {
  if (heading.length > 60) return null;
  if (QUIZ.test(heading)) return 'quiz';
  return QUESTIONS.test(heading) ? 'practice' : null;
}
