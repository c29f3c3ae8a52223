import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Part } from './part.ts';

/** Ceilings in bytes; a commit that needs more raises them itself and says why. */
const ceilings = { pageScript: 250_000, mailboxScript: 60_000, panelFirstLoad: 250_000 };

type Size = { what: string; bytes: number; ceiling?: number };

/** Sizes of a built extension: the scripts that enter pages, raw, and what the panel loads first, compressed. */
function measureSizes(extension: string): Size[] {
  const html = readFileSync(join(extension, 'sidepanel.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
    join(extension, path),
  );
  const panel = [html, ...files.map((file) => readFileSync(file))].reduce(
    (sum, body) => sum + gzipSync(body).length,
    0,
  );
  return [
    { what: 'page script, raw', bytes: statSync(join(extension, 'capture.js')).size, ceiling: ceilings.pageScript },
    {
      what: 'script that stays in a mailbox, raw',
      bytes: statSync(join(extension, 'webmail.js')).size,
      ceiling: ceilings.mailboxScript,
    },
    { what: 'panel, first load, gzip', bytes: panel, ceiling: ceilings.panelFirstLoad },
    { what: 'background, gzip', bytes: gzipSync(readFileSync(join(extension, 'background.js'))).length },
  ];
}

export const sizesPart: Part = {
  name: 'sizes',
  title: 'Sizes',
  about: 'weighs the files of the built extension',
  measure: async ({ extension }) => ({
    figures: measureSizes(extension).map(({ what, bytes, ceiling }) => ({
      what,
      unit: 'kB',
      value: bytes / 1000,
      ...(ceiling !== undefined && { ceiling: ceiling / 1000 }),
    })),
  }),
};
