/** Quizzes to and from the JSON of jupyterquiz. */

export type { Answer, JupyterQuizProblem, Question } from './format.js';
export { toJupyterQuiz } from './write.js';
export { fromJupyterQuiz, type ReadJupyterQuiz } from './read.js';
