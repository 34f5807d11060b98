// @ts-check
/** Notes in the page itself, by the page's own clock, what a visitor waits for. */

/**
 * @typedef {object} Seen milliseconds since the navigation began
 * @property {number | null} notebook the first code cell could be clicked
 * @property {number | null} pressed Shift+Enter arrived in it
 * @property {number | null} restart a restart was confirmed
 * @property {{ mark: string, at: number }[]} outputs each new output of the cell since the press; the cell prints
 *   another mark each time, and a notebook may have been saved with one
 */

/** Run in the page before any of its scripts. */
export function watchPage() {
  if (window.top !== window) return;
  /** @type {Seen} */
  const seen = { notebook: null, pressed: null, restart: null, outputs: [] };
  Object.assign(globalThis, { lecternSeen: seen });
  const saved = new Set();
  const look = () => {
    for (const output of document.querySelectorAll('.jp-OutputArea-output')) {
      const mark = /first output (\d+)/.exec(output.textContent ?? '')?.[1];
      if (mark === undefined || seen.outputs.some((known) => known.mark === mark)) continue;
      if (seen.pressed === null) saved.add(mark);
      else if (!saved.has(mark)) seen.outputs.push({ mark, at: performance.now() });
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true
  });
  addEventListener(
    'keydown',
    ({ key, shiftKey }) => {
      if (key === 'Enter' && shiftKey) seen.pressed ??= performance.now();
    },
    true
  );
  addEventListener(
    'click',
    ({ target }) => {
      const isButton = target instanceof Element && target.closest('.jp-Dialog .jp-mod-accept');
      if (isButton) seen.restart = performance.now();
    },
    true
  );
}

/**
 * Run in the page at each frame: where the first code cell is, once a click would reach it.
 * @returns {{ x: number, y: number } | null}
 */
export function firstCell() {
  const editor = document.querySelector('.jp-Notebook .jp-CodeCell .cm-content');
  if (editor === null) return null;
  const { left, top, width, height } = editor.getBoundingClientRect();
  const [x, y] = [left + Math.min(width / 2, 20), top + height / 2];
  if (width === 0 || !editor.contains(document.elementFromPoint(x, y))) return null;
  /** @type {{ lecternSeen: Seen }} */ (
    /** @type {unknown} */ (globalThis)
  ).lecternSeen.notebook ??= performance.now();
  return { x, y };
}

/** Run in the page. */
export function cursorIsInCell() {
  const editor = document.querySelector('.jp-Notebook .jp-CodeCell .cm-content');
  return editor !== null && editor.contains(document.activeElement);
}

/** Run in the page. */
export function namesKernel() {
  const name = document.querySelector('.jp-KernelName, .jp-Toolbar-kernelName')?.textContent ?? '';
  return name !== '' && name !== 'No Kernel';
}

/** Run in the page. */
export function isRunningOrHasRun() {
  const { lecternSeen } = /** @type {{ lecternSeen: Seen }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const prompt = document.querySelector('.jp-Notebook .jp-CodeCell .jp-InputPrompt');
  return lecternSeen.outputs.length > 0 || (prompt?.textContent?.includes('*') ?? false);
}
