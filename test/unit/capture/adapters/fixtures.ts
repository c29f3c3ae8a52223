import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import type { Reading } from '../../../../lib/domain/schema/draft.ts';
import { type PageSnapshot, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';
import { captureLine } from '../../../../lib/exchange/capture-line.ts';

const folder = join(import.meta.dirname, '../../../fixtures/adapters');

/** What a fixture says of itself: where it would stand, when sites looked like that, and what it is there to show. */
export type Case = { url: string; variant: string; shows: string; poisoned?: true };
export type Fixture = Case & { adapter: string; name: string; path: string };

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** All fixtures there are: one folder an adapter, one in it a page. */
export const fixtures: Fixture[] = foldersIn(folder).flatMap((adapter) =>
  foldersIn(join(folder, adapter)).map((name) => {
    const path = join(folder, adapter, name);
    return { ...(JSON.parse(readFileSync(join(path, 'case.json'), 'utf8')) as Case), adapter, name, path };
  }),
);

/** Puts a fixture into the test's document and reads it, as the page script would. */
export async function snapshotOf({ path, url }: Fixture): Promise<PageSnapshot> {
  const html = readFileSync(join(path, 'page.html'), 'utf8');
  document.documentElement.lang = /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? '';
  document.documentElement.innerHTML = html.replace(/<head>/, `<head><base href="${url}">`);
  const { snapshot } = await takeSnapshot(document, url);
  return pageSnapshot.parse(JSON.parse(JSON.stringify(snapshot)));
}

/** What a fixture is expected to give: the reading as the command line prints it, and what the adapter says of itself. */
export async function read(fixture: Fixture) {
  const reading = assemble([await snapshotOf(fixture)], { now: 0 });
  const whole: Reading = { ...reading, ms: 0, msPage: 0 };
  const { people, companies } = captureLine(fixture.url, whole);
  const plain = <T extends { confidence: number }>({ confidence: _confidence, ...rest }: T) => rest;
  return { adapter: reading.adapter, list: reading.list, people: people.map(plain), companies: companies.map(plain) };
}

export const expectedFile = ({ path }: Fixture): string => join(path, 'expected.json');
export const hasExpected = (fixture: Fixture): boolean => existsSync(expectedFile(fixture));
