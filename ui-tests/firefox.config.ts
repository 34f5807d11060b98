/** The main journey in Firefox: Playwright's runner alone, since it drives no Firefox but one of its own making. */

import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const reports = process.env['LECTERN_TEST_REPORTS'];

export default defineConfig({
  testDir: 'firefox',
  outputDir: 'test-results/firefox',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [
    ['list'],
    ...(reports ? [['json', { outputFile: join(reports, 'firefox.json') }] as const] : [])
  ] as never,
  globalSetup: './global-setup.ts'
});
