/** Lesson text to a `Lesson`, a course's settings, and the order of its lessons. */

export type * from './lesson.js';
export type * from './diagnostics.js';
export { LessonParser, parseLesson, type ParseOptions } from './parse-lesson.js';
export { parseCourse, type Course, type CourseModule } from './course.js';
export { orderLessons, type CourseDiagnostic, type PathedLesson } from './order.js';
export { quizzesOf } from './quiz/quizzes-of.js';
export { writeQuizBody } from './quiz/write-quiz.js';
export { RULES, type Rule, type RuleId } from './rules.js';
export { findLinks, type Link, type Links } from './links.js';
export { sha256 } from './sha256.js';
