import { defineConfig } from 'vitest/config'

/**
 * Two suites. `unit` also holds contract tests and everything on a real SQLite file or a loopback server; `e2e` drives the built
 * product – processes, real Chromium – two files at a time: most of its time is waiting for a page, and more would crowd each other out.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,electron,renderer,build,power-cut,simulation}/**/*.test.{ts,tsx}'],
          pool: 'forks',
          // Left alone, vitest keeps a processor for itself: of two that is half.
          maxWorkers: '100%',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
