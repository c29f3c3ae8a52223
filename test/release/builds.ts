import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What is built, where it lies, and how; `npm run build` makes the first three. */
export const builds = [
  { name: 'chrome', folder: resolve(root, '.output/chrome-mv3') },
  { name: 'edge', folder: resolve(root, '.output/edge-mv3') },
  { name: 'firefox', folder: resolve(root, '.output/firefox-mv3') },
  { name: 'thunderbird', folder: resolve(root, '.output/thunderbird-mv3') },
] as const;
export type BuildName = (typeof builds)[number]['name'];
