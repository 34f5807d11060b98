import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/*.test.mjs',
      'deployment/**/*.test.{ts,mjs}',
      'scripts/**/*.test.mjs'
    ],
    setupFiles: ['scripts/test/property-seed.ts'],
    // Two cores: tests that start interpreters share them.
    maxWorkers: 2,
    // Of a hang, not of a slow machine.
    testTimeout: 120_000,
    hookTimeout: 400_000
  }
});
