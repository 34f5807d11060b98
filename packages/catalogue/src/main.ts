/** The catalogue page's script: says beside each lesson, and on the map, how far its reader has come. */

import { isFinished, lessonProgress, progressText, type LessonProgress } from './progress.js';
import { storedNotebooks } from './stored-notebooks.js';

/** Of the lessons that were opened, by id. */
type Course = Map<string, LessonProgress & { saved: string }>;

async function show(): Promise<void> {
  const lessons = [...document.querySelectorAll<HTMLElement>('.lesson[data-notebook]')];
  const notebooks = await storedNotebooks(
    // As JupyterLite names it: by the path that the site lies under.
    `JupyterLite Storage - ${new URL('.', document.baseURI).pathname}`,
    lessons.map((lesson) => lesson.dataset['notebook'] ?? '')
  );
  const course: Course = new Map();
  for (const { id, dataset } of lessons) {
    const stored = notebooks.get(dataset['notebook'] ?? '');
    if (stored) course.set(id, { ...lessonProgress(stored.content), saved: stored.saved });
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-progress-of]')) {
    const progress = course.get(element.dataset['progressOf'] ?? '');
    element.hidden = progress === undefined;
    if (progress === undefined) continue;
    element.textContent = progressText(progress);
    element.dataset['state'] = isFinished(progress) ? 'done' : 'begun';
  }
  summarise(lessons, course);
}

/** How much of the course is done, and where to go on. */
function summarise(lessons: readonly HTMLElement[], course: Course): void {
  const summary = document.querySelector<HTMLElement>('.course-progress');
  if (summary === null) return;
  summary.hidden = course.size === 0;
  if (course.size === 0) return;
  const finished = [...course.values()].filter(isFinished).length;
  summary.textContent = `You have finished ${finished} of ${lessons.length}. `;
  const next = nextLesson(lessons, course)?.querySelector<HTMLAnchorElement>('.lesson-title a');
  if (!next) return;
  const link = document.createElement('a');
  link.href = next.href;
  link.textContent = next.textContent;
  summary.append('Go on with ', link, '.');
}

/** The one that was left last, or else the first that was never opened. */
function nextLesson(lessons: readonly HTMLElement[], course: Course): HTMLElement | undefined {
  const savedAt = ({ id }: HTMLElement): string => course.get(id)?.saved ?? '';
  const [left] = lessons
    .filter(({ id }) => {
      const progress = course.get(id);
      return progress !== undefined && !isFinished(progress);
    })
    .sort((a, b) => (savedAt(a) < savedAt(b) ? 1 : -1));
  return left ?? lessons.find(({ id }) => !course.has(id));
}

// Also when somebody comes back to it, from a lesson or from another tab.
addEventListener('pageshow', () => void show());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void show();
});
