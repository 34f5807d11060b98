import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const reports = process.env['LECTERN_TEST_REPORTS'];

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  // A Python kernel and a sandbox start in each journey: one at a time on two cores, and patiently.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 60_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [
    ['list'],
    ...(reports ? [['json', { outputFile: join(reports, 'journeys.json') }] as const] : [])
  ] as never,
  globalSetup: './global-setup.ts',
  use: {
    browserName: 'chromium',
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 900 },
    // Traces copy JupyterLab's whole page at each step, which makes a journey three times as long.
    trace: process.env['LECTERN_TRACE'] ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['LECTERN_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  }
});
