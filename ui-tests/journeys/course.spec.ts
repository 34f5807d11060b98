/** The course as it is deployed: each notebook runs from top to bottom, and no other host can be reached. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { COURSE, courseNotebooks, SITE } from '../course.js';
import { LessonPage } from '../lesson-page.js';
import { buildSite, serveStatic, type StaticHost } from '../site.js';
import { exposeApp } from '../stock/expose-app.js';
import { CUT_OFF } from '../stock/pair.js';

// A slow machine takes long for a lesson that trains; how long is no reason to fail.
test.describe.configure({ timeout: 600_000 });
test.use({ launchOptions: CUT_OFF });

const { lessons, others } = await courseNotebooks();

let host: StaticHost;
test.beforeAll(async () => {
  buildSite(COURSE, SITE);
  host = await serveStatic(SITE);
});
test.afterAll(() => host.close());

test('the site holds the lessons that are tried here, and no more', () => {
  const marker = JSON.parse(readFileSync(join(SITE, 'lectern-site.json'), 'utf8')) as {
    lessons: { path: string }[];
  };
  expect(marker.lessons.map(({ path }) => path)).toEqual(lessons);
});

/** A cell with code, as it stands in the open notebook. */
interface CodeState {
  /** Among all cells. */
  index: number;
  source: string;
  count: number | null;
  /** What it raised; `null` for nothing. */
  raised: string | null;
  /** Of a fence that says that it raises. */
  mustRaise: boolean;
  /** A starter may stop with an error until the learner has finished it. */
  mayRaise: boolean;
}

interface State {
  kernel: string | undefined;
  cells: CodeState[];
}

/** The page's global scope, with one notebook open. */
interface Opened {
  jupyterapp?: App;
}

interface App {
  shell: {
    currentWidget: {
      content?: { activeCellIndex: number };
      context?: { model: { toJSON(): INotebookContent } };
      sessionContext?: { session: { kernel: { status: string } | null } | null };
    } | null;
  };
}

const stateOf = (page: Page): Promise<State> =>
  page.evaluate(() => {
    const open = (globalThis as unknown as Opened).jupyterapp?.shell.currentWidget;
    const { cells = [] } = open?.context?.model.toJSON() ?? {};
    const text = (lines: string | string[]): string =>
      Array.isArray(lines) ? lines.join('') : lines;
    return {
      kernel: open?.sessionContext?.session?.kernel?.status,
      cells: cells.flatMap((cell, index) => {
        const source = text(cell.source);
        if (cell.cell_type !== 'code' || source.trim() === '') return [];
        const outputs = cell.outputs as { output_type: string; ename?: string; evalue?: string }[];
        const error = outputs.find(({ output_type }) => output_type === 'error');
        const { tags = [], lectern } = cell.metadata as {
          tags?: string[];
          lectern?: { kind: string };
        };
        return {
          index,
          source,
          count: cell.execution_count as number | null,
          raised: error ? `${error.ename}: ${error.evalue}` : null,
          mustRaise: tags.includes('raises-exception'),
          mayRaise: lectern?.kind === 'challenge-answer'
        };
      })
    };
  });

/** Each cell that should not have, with what it raised. */
const failed = ({ cells }: State): string[] =>
  cells
    .filter(({ raised, mustRaise, mayRaise }) => raised !== null && !mustRaise && !mayRaise)
    .map(({ raised, source }) => `${raised}\nin the cell\n${source}`);

const allRan = ({ cells }: State): boolean => cells.every(({ count }) => count !== null);

/** Until the kernel rests and all ran, or something failed, or a starter that raises kept the rest from running. */
async function settled(page: Page): Promise<State> {
  let state: State = { kernel: undefined, cells: [] };
  await expect
    .poll(
      async () => {
        state = await stateOf(page);
        const halted = state.cells.some(({ raised }) => raised !== null);
        return failed(state).length > 0 || (state.kernel === 'idle' && (allRan(state) || halted));
      },
      { timeout: 0, intervals: [250] }
    )
    .toBe(true);
  return state;
}

/** Runs all; past a starter that raises, at which Run All Cells stops, as a learner goes on: from the cell after it. */
async function runThrough(page: Page): Promise<State> {
  await new LessonPage(page).runAll();
  let state = await settled(page);
  while (failed(state).length === 0 && !allRan(state)) {
    const waiting = state.cells.filter(({ count }) => count === null);
    await page.evaluate((index) => {
      const { content } = (globalThis as unknown as Opened).jupyterapp!.shell.currentWidget!;
      content!.activeCellIndex = index;
    }, waiting[0].index);
    await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Run Selected Cell and All Below' }).click();
    state = await settled(page);
    expect(state.cells.filter(({ count }) => count === null).length).toBeLessThan(waiting.length);
  }
  return state;
}

for (const path of [...lessons, ...others])
  test(path, async ({ page }) => {
    await page.addInitScript(exposeApp);
    const start = Date.now();
    await page.goto(`${host.url}notebooks/index.html?path=${encodeURIComponent(path)}`);
    await expect(page.locator('.jp-Notebook .jp-Cell').first()).toBeVisible();
    const opened = Date.now();
    const state = await runThrough(page);
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
    console.log(
      `${path}: shown in ${seconds(start, opened)} s, run in ${seconds(opened, Date.now())} s`
    );

    expect(failed(state)).toEqual([]);
    expect(state.cells.length).toBeGreaterThan(0);
    for (const { source, raised } of state.cells.filter(({ mustRaise }) => mustRaise))
      expect(raised, source).not.toBeNull();
  });
