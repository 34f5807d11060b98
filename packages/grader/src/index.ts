/** Challenge and answer → Verdict. The host's sandbox comes from `@lectern/grader/browser` or `@lectern/grader/node`. */

export * from './verdict.js';
export * from './grading-data.js';
export { readGradingData } from './read-grading-data.js';
export { requirementsOf } from './requirements.js';
export {
  english,
  messagesFor,
  sayIn,
  type MessageId,
  type Messages,
  type Say
} from './messages/messages.js';
export * from './sandbox.js';
export * from './author-tools.js';
export { grade, type GradeOptions } from './grade.js';
export { deriveGradingData, type DeriveOptions, type Derived } from './derive/derive.js';
export { GRADING_RULES } from './rules.js';
export { proveChallenge, type ChallengeProof, type Proven } from './prove/prove-challenge.js';
export { RUN_SEED } from './grade.js';
export { gradeQuiz } from './quiz/grade-quiz.js';
export type { ChoiceResult, GradableQuiz, QuizResult, QuizStatus } from './quiz/grade-quiz.js';
export { readResponse, sameResponse, type QuizResponse } from './quiz/response.js';
export {
  nbgraderChallenge,
  type NbgraderChallenge,
  type NbgraderCheck
} from './export/nbgrader.js';
