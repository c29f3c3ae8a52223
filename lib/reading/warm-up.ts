import { assemble } from '../capture/assemble.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';

let warm = false;

/** A made-up page with something of everything. */
const sample: PageSnapshot = {
  url: 'https://birch.example/team',
  meta: { title: 'Team – Birch Tools', lang: 'en' },
  outline: {
    blocks: [
      { p: -1, t: 'body' },
      { p: 0, t: 'div' },
      { p: 0, t: 'footer' },
    ],
    lines: [
      { b: 1, s: 'Jane Roe' },
      { b: 1, s: 'Head of Sales' },
      { b: 1, s: 'Phone: +49 30 901820-12, Fax: +49 30 901820-99' },
      { b: 1, s: 'jane.roe@birch.example', m: [{ a: 0, z: 22, t: 'a', u: 'mailto:jane.roe@birch.example' }] },
      { b: 1, s: 'Our sales team is led by Mr John Doe, who joined Birch Tools Ltd from Oak & Sons in 2019.' },
      { b: 2, s: '© Birch Tools GmbH, Hauptstraße 1, 10115 Berlin, HRB 12345, USt-IdNr. DE123456789' },
      { b: 2, s: '12 Main Street, Springfield, IL 62701, United States' },
      { b: 2, s: '联系人：王小明 经理 电话：13800138000' },
    ],
  },
  structured: [],
  closedFrames: [],
  truncated: 'no',
  msPage: 0,
};

/**
 * Reads a made-up page, once: what the first reading after the worker woke up would have to build (patterns, tables, names of
 * countries) is there when the real page arrives. Meant for the time that the page script needs anyway.
 */
export function warmUp(): void {
  if (warm) return;
  warm = true;
  assemble([sample], { now: 0 });
}
