/** What is thrown in a page and caught by nobody; of its workers, nothing. */

declare global {
  var lecternProblems: string[];
}

/** Runs in the page, before anything else. */
export function noteProblems(): void {
  const problems: string[] = (globalThis.lecternProblems = []);
  addEventListener('error', ({ message }) => void problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => void problems.push(String(reason)));
}
