import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Longer than any test takes, in milliseconds, also where the cores are shared with other checks. */
const SLOW = 20_000;
/** What runs in the calendar's page or hears how a page goes needs one, as components do: all of that begins one in the same processes, which take long to start. */
const ON_PAGE = ['tests/unit/{marks,reader}/**/*.test.ts', 'tests/unit/storage/draft-slots.test.ts'];
const define = { __OPEN_ROOTS__: 'true' };

export default defineConfig({
  test: {
    // Twice as many as there are cores: half the time of a test it waits for what is saved or drawn a moment later.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      {
        define,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ON_PAGE,
          // tests/setup/browser.ts gives each file a clean start.
          isolate: false,
          testTimeout: SLOW,
          setupFiles: ['fake-indexeddb/auto', 'tests/setup/browser.ts'],
        },
      },
      {
        define,
        plugins: [preact()],
        test: {
          name: 'page',
          include: ['tests/components/**/*.test.tsx', ...ON_PAGE],
          environment: 'happy-dom',
          isolate: false,
          testTimeout: SLOW,
          setupFiles: ['fake-indexeddb/auto', 'tests/setup/browser.ts', 'tests/setup/components.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/build.ts'],
          setupFiles: ['tests/setup/noon.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // As long as the other waits of these tests: a browser on a busy machine takes its time.
          expect: { poll: { timeout: 15_000 } },
          // Two browsers at once: half the time of a test it waits for something.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          globalSetup: ['tests/firefox/build.ts'],
          setupFiles: ['tests/setup/noon.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
