/** A Lesson to an nbformat 4.5 notebook, and the notebook to its file. */

export * from './metadata.js';
export type { LessonLink } from './header.js';
export { toNotebook, type NotebookOptions } from './to-notebook.js';
export type { ChallengeChecks, NbgraderChecks } from './nbgrader/graded-cells.js';
export {
  fromNotebook,
  SourceError,
  type FoundLesson,
  type LostEdit
} from './source/from-notebook.js';
export { serializeNotebook } from './serialize.js';
export { isUnedited } from './unedited.js';
export { isOutdated, upgradeNotebook, type Upgrade } from './upgrade/upgrade-notebook.js';
export {
  lessonOf,
  requireSameLesson,
  UpgradeError,
  type LessonIdentity
} from './upgrade/refuse.js';
export {
  describeChanges,
  type Change,
  type ChangeGroup,
  type ChangeKind
} from './upgrade/changes.js';
export {
  parseSubmission,
  type SubmittedNotebook,
  type Unreadable
} from './submission/parse-submission.js';
export { identifyLesson, type Identified } from './submission/identify-lesson.js';
export { WorkReader, type Work, type WorkNote } from './submission/read-work.js';
