import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './src/lib/server/reports/print/find-chromium.mjs';
import { findMirrorFolder } from './scripts/platform/mirror.mjs';

/** The suite on real data is part of the run where the data is. */
const mirror = findMirrorFolder();

const clustered = {
  environment: 'node',
  globalSetup: 'tests/support/cluster.ts',
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // What a test waits for comes late on a busy machine, and is no less right.
  expect: { poll: { timeout: 20_000 } },
} as const;

const realData = {
  test: {
    ...clustered,
    name: 'real-data',
    include: ['tests/real/**/*.test.ts'],
    globalSetup: ['tests/support/cluster.ts', 'tests/support/build.ts', 'tests/support/real-data.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    sequence: { groupOrder: 3 },
  },
};

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Two files at a time, pages included: a page and its server wait for each other half of the time.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'eslint/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      { test: { ...clustered, name: 'db', include: ['tests/db/**/*.test.ts'] } },
      {
        test: { ...clustered, name: 'import', include: ['tests/import/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        plugins: [sveltekit()],
        test: {
          name: 'component',
          include: ['src/**/*.svelte.test.ts', 'tests/component/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? 'chromium', args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          ...clustered,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts', 'tests/support/build.ts'],
          testTimeout: 90_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...clustered,
          name: 'security',
          include: ['tests/security/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts', 'tests/support/build.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      ...(mirror ? [realData] : []),
    ],
  },
});
