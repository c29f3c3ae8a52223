import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const folder = 'test/unit';
/** Folders whose code is functions alone: no browser, no database, nothing that one test could leave to the next. */
const pureFolders = /^(?:capture|command-line|domain|eval|exchange|scoring)[\\/]/;
/** A file that asks for a document, a mock or the extension's calls gets a world of its own. */
const ownWorld = /@vitest-environment|\bvi\.(?:mock|stubGlobal)\b|fake-indexeddb|from 'wxt\//;

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.test\.tsx?$/.test(file));
const isPure = (file: string) => pureFolders.test(file) && !ownWorld.test(readFileSync(join(folder, file), 'utf8'));
const pathOf = (file: string) => join(folder, file).replaceAll('\\', '/');
const pure = files.filter(isPure).map(pathOf);

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'functions', include: pure, isolate: false } },
      { plugins: [WxtVitest()], test: { name: 'extension', include: [`${folder}/**/*.test.{ts,tsx}`], exclude: pure } },
    ],
  },
});
