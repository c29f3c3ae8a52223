import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const folder = 'test/unit';
/** Folders whose code is functions alone: no browser, no database, nothing that one test could leave to the next. */
const pureFolders = /^(?:bench|capture|command-line|domain|eval|exchange|privacy|scoring|value|work)[\\/]/;
/** A file that asks for a document, or changes what others see, gets a world of its own. */
const ownWorld = /@vitest-environment|\bvi\.(?:mock|stubGlobal|doMock|resetModules|useFakeTimers)\b/;
/** What only the extension has, or a database. */
const usesExtension = /fake-indexeddb|from 'wxt\/|#i18n/;

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const pathsOf = (wanted: (one: { file: string; text: string }) => boolean) =>
  files.filter(wanted).map(({ file }) => join(folder, file).replaceAll('\\', '/'));
const isPure = (one: { file: string; text: string }) => pureFolders.test(one.file) && !usesExtension.test(one.text);
const isOwn = (one: { text: string }) => ownWorld.test(one.text);

/**
 * Starting a world costs more than most files take: they share one where nothing is left behind in it, and where each needs
 * its own it is a new context of the same thread (18 files with documents: 9 s, with a process for each 25 s).
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'functions', include: pathsOf((one) => isPure(one) && !isOwn(one)), isolate: false } },
      { test: { name: 'documents', include: pathsOf((one) => isPure(one) && isOwn(one)), pool: 'vmThreads' } },
      {
        plugins: [WxtVitest()],
        test: { name: 'extension', include: pathsOf((one) => !isPure(one) && !isOwn(one)), isolate: false },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'extension alone', include: pathsOf((one) => !isPure(one) && isOwn(one)), pool: 'vmThreads' },
      },
    ],
  },
});
