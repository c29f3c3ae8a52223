import './zod-plain.ts';
import { companyDraft, personDraft } from '../../lib/domain/schema/draft.ts';
import { batch, type TrayItem, trayItem } from '../../lib/domain/schema/tray.ts';
import { openBookAt } from '../../lib/storage/book.ts';
import { compareDrafts } from '../../lib/storage/compare.ts';
import { readRows } from '../../lib/storage/read-leads.ts';
import { saveItems } from '../../lib/storage/save.ts';
import { createSearchService } from '../../lib/storage/search-service.ts';

/** Runs in a page of the extension, over the real IndexedDB; the book has a name of its own and goes when done. */

const syllables =
  'ba be bi bo da de di do fa ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so'.split(' ');
const characters = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗小明华东北京海山玻璃窗门光';
const url = 'https://bench.example/list';

/** The same leads every time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

function item(n: number): TrayItem {
  const any = chance(n + 1);
  const word = (length: number) => Array.from({ length }, () => syllables[any(syllables.length)]).join('');
  const han = (length: number) => Array.from({ length }, () => characters[any(characters.length)]).join('');
  const read = (value: unknown) => [
    { value, confidence: 0.9, provenance: [{ url, at: 1, detector: 'text', snippet: String(value).slice(0, 120) }] },
  ];
  const isHan = n % 5 === 0;
  const firm = isHan ? `${han(4)}有限公司` : `${word(3)} ${word(2)} GmbH`;
  const domain = `${word(4)}${n}.example`;
  const id = `d${n}`;
  if (n % 4 === 0) {
    const fields = { name: read(firm), domain: read(domain), emails: read(`info@${domain}`) };
    return trayItem.parse({ draft: companyDraft.parse({ kind: 'company', id, confidence: 0.9, fields }) });
  }
  const name = isHan ? han(3) : `${word(2)} ${word(3)}`;
  const number = `+49${6_000_000_000 + n}`;
  const fields = {
    name: read(name),
    companyName: read(firm),
    jobTitle: read(isHan ? '销售经理' : `Head of ${word(3)}`),
    emails: read(`${word(2)}.${word(3)}@${domain}`),
    phones: read({ e164: number, text: number, kind: 'mobile' }),
  };
  return trayItem.parse({ draft: personDraft.parse({ kind: 'person', id, confidence: 0.9, fields }) });
}

const items = (from: number, to: number): TrayItem[] => Array.from({ length: to - from }, (_, i) => item(from + i));

async function timed<T>(work: () => Promise<T>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const percentile = (sorted: number[], part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

/** Fills a book with so many leads and times what one waits for. Out: what, and milliseconds. */
async function measureStore(leads: number): Promise<{ what: string; ms: number }[]> {
  const name = 'bench';
  const book = await openBookAt({ name });
  const save = (list: TrayItem[]) =>
    saveItems(book, { items: list, batch: batch.parse({ list: 'Fair' }), url, now: 1000 });
  const filling = await timed(async () => {
    for (let from = 0; from < leads; from += 1000) await save(items(from, Math.min(from + 1000, leads)));
  });
  const page = [...items(0, 150), ...items(leads, leads + 150)];
  const results = [
    { what: `save ${leads} leads, a thousand at a time`, ms: filling },
    { what: 'compare 300 drafts, half of them known', ms: await timed(() => compareDrafts(book, page)) },
    { what: 'save 20 drafts', ms: await timed(() => save(items(leads, leads + 20))) },
    { what: 'save 300 drafts, half of them known', ms: await timed(() => save(page)) },
    { what: 'read all compact rows', ms: await timed(() => readRows(book, 'person', () => undefined)) },
  ];
  const search = createSearchService(book);
  const sort = { by: 'updatedAt', descending: true } as const;
  const ask = (text: string) => search.query({ kind: 'person', text, sort, offset: 0, limit: 50 });
  results.push({ what: 'search: first answer, index built', ms: await timed(() => ask('')) });
  const keystrokes: number[] = [];
  for (const typed of ['bako li', 'head of ka', '小明', '王', '+49 600 00', '60000', 'ma@', 'zz']) {
    for (let end = 1; end <= typed.length; end += 1) keystrokes.push(await timed(() => ask(typed.slice(0, end))));
  }
  keystrokes.sort((a, b) => a - b);
  results.push({ what: 'search: keystroke, median', ms: percentile(keystrokes, 0.5) });
  results.push({ what: 'search: keystroke, p95', ms: percentile(keystrokes, 0.95) });
  search.close();
  book.close();
  await new Promise((done, fail) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = done;
    deleting.onerror = () => fail(deleting.error);
  });
  return results;
}

Object.assign(globalThis, { measureStore });
