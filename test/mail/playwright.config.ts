import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  // Those of Thunderbird (*.test.ts) have a runner of their own.
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/mail',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // Each test starts a browser of its own; two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: '../../test-results/mail.json' }]],
});
