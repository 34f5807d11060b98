/** A lesson open in Firefox, driven over WebDriver BiDi, in the words of `../lesson-page.ts`. */

import { expect } from '@playwright/test';
import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { findOrInstallFirefox } from '../../scripts/test/firefox.mjs';
import { CHALLENGE } from '../lesson-page.js';

export async function launchFirefox(): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: await findOrInstallFirefox(),
    headless: true,
    // With no graphics card Firefox draws on the processor, and JupyterLab's page moves while a cell runs: sixty
    // pictures a second leave little for Python.
    extraPrefsFirefox: { 'layout.frame_rate': 5, 'ui.prefersReducedMotion': 1 },
    defaultViewport: { width: 1280, height: 900 }
  });
}

const REGION = `[role="region"][aria-label="Challenge: ${CHALLENGE}"]`;
const PATIENCE = { timeout: 90_000 };

export class FirefoxLesson {
  constructor(readonly page: Page) {}

  async shown(): Promise<void> {
    await this.page.waitForSelector(REGION, { visible: true, ...PATIENCE });
    await this.#find(`${REGION} button`, 'Check');
  }

  async followLink(text: string): Promise<void> {
    await this.#click('a', text);
  }

  async check(): Promise<void> {
    await this.#click(`${REGION} button`, 'Check');
  }

  async runAll(): Promise<void> {
    await this.#click('.lm-MenuBar-itemLabel', 'Run');
    await this.#click('.lm-Menu-itemLabel', 'Run All Cells');
  }

  /** Replaces what is in the challenge's cell, as a paste does. */
  async answer(source: string): Promise<void> {
    await this.page.click(`${REGION} .cm-content`);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
    await this.page.evaluate(
      (selector, text) => {
        // Firefox makes a clipboard of these two, and takes none that is handed over.
        const init = { data: text, dataType: 'text/plain', bubbles: true, cancelable: true };
        document.querySelector(selector)?.dispatchEvent(new ClipboardEvent('paste', init));
      },
      `${REGION} .cm-content`,
      source
    );
    await expect.poll(() => this.source()).toContain(source.trim().split('\n').at(-1));
  }

  source(): Promise<string> {
    return this.page.$$eval(`${REGION} .cm-line`, (lines) =>
      lines.map(({ textContent }) => textContent ?? '').join('\n')
    );
  }

  async expectVerdict(verdict: string): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.$eval(`${REGION} [role="status"]`, (status) =>
            status.getAttribute('data-verdict')
          ),
        PATIENCE
      )
      .toBe(verdict);
  }

  /** As somebody does who has seen that all is saved: before that the browser asks, and nobody is there to answer. */
  async reload(): Promise<void> {
    await this.page.waitForFunction(
      () => dispatchEvent(new Event('beforeunload', { cancelable: true })),
      PATIENCE
    );
    await this.page.reload(PATIENCE);
  }

  /** Of the whole challenge, as it reads. */
  text(): Promise<string> {
    return this.page.$eval(REGION, ({ textContent }) => textContent ?? '');
  }

  /** Of the first code cell, or of the challenge's. */
  output(of: 'first' | 'challenge'): Promise<string> {
    const cell = of === 'first' ? '.jp-Notebook .jp-CodeCell' : REGION;
    return this.page.evaluate(
      (at) => document.querySelector(at)?.textContent?.trim() ?? '',
      `${cell} .jp-OutputArea-output`
    );
  }

  /** A press of the mouse on what reads so, once it is there; what is out of sight is scrolled to. */
  async #click(selector: string, text: string): Promise<void> {
    await (await this.#find(selector, text)).click();
  }

  async #find(selector: string, text: string): Promise<ElementHandle<HTMLElement>> {
    const found = await this.page.waitForFunction(
      (scope, wanted) =>
        [...document.querySelectorAll<HTMLElement>(scope)].find(
          ({ textContent }) => textContent?.trim() === wanted
        ),
      PATIENCE,
      selector,
      text
    );
    return found as ElementHandle<HTMLElement>;
  }
}
