/** A lesson open in the browser, in the words of those who use it. */

import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { LESSON } from './site.js';

export const CHALLENGE = 'A Scoring Rule';

export class LessonPage {
  constructor(
    readonly page: Page,
    readonly title = CHALLENGE
  ) {}

  /** Opens the notebook by its address, and waits until its challenge is there. */
  async open(siteUrl: string, path = LESSON): Promise<void> {
    await this.page.goto(`${siteUrl}notebooks/index.html?path=${encodeURIComponent(path)}`);
    await this.shown();
  }

  async shown(): Promise<void> {
    await expect(this.challenge).toBeVisible();
    await expect(this.check).toBeVisible();
  }

  get challenge(): Locator {
    return this.page.getByRole('region', { name: `Challenge: ${this.title}` });
  }
  get check(): Locator {
    return this.challenge.getByRole('button', { name: 'Check', exact: true });
  }
  get status(): Locator {
    return this.challenge.getByRole('status');
  }
  button(name: string): Locator {
    return this.challenge.getByRole('button', { name, exact: true });
  }

  async expectVerdict(verdict: string, options: { timeout?: number } = {}): Promise<void> {
    await expect(this.status).toHaveAttribute('data-verdict', verdict, options);
  }

  /** Replaces what is in the challenge's cell, by keyboard. */
  async answer(source: string): Promise<void> {
    await this.type(this.challenge, source);
  }

  async type(cell: Locator, source: string): Promise<void> {
    const editor = cell.locator('.cm-content');
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    // As a paste would: typing would let the editor indent and close brackets by itself.
    await this.page.keyboard.insertText(source);
  }

  async source(): Promise<string> {
    const lines = await this.challenge.locator('.cm-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  codeCell(index: number): Locator {
    return this.page.locator('.jp-Notebook .jp-CodeCell').nth(index);
  }
  output(index: number): Locator {
    return this.codeCell(index).locator('.jp-OutputArea-output');
  }
  prompt(index: number): Locator {
    return this.codeCell(index).locator('.jp-InputPrompt');
  }

  /** Kept for the README when UPDATE_PICTURES is set; otherwise the page stays as it is. */
  async picture(name: string): Promise<void> {
    if (!process.env['UPDATE_PICTURES']) return;
    await this.challenge.getByText('expected', { exact: false }).last().scrollIntoViewIfNeeded();
    await this.page.mouse.move(0, 0);
    const path = fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url));
    await this.page.screenshot({ path });
  }

  /** Runs the cell that holds the editor, as Shift+Enter does. */
  async run(cell: Locator): Promise<void> {
    await cell.locator('.cm-content').click();
    await this.page.keyboard.press('Control+Enter');
  }

  async runAll(): Promise<void> {
    await this.page.getByRole('menuitem', { name: 'Run', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();
  }
}
