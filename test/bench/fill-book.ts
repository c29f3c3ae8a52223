import type { ExtensionBrowser } from '../browser/extension-browser.ts';

/**
 * Fills the book with made-up people, five to a firm, as an import would leave them: scored, each with its first entry of
 * the history. In: the browser, how many leads in all.
 */
export async function fillBook(browser: ExtensionBrowser, count: number): Promise<void> {
  const page = await browser.controlPage();
  await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#/settings`);
  await page.evaluate(async (many) => {
    while (!(await indexedDB.databases()).some(({ name }) => name === 'book'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    const given = ['Marta', 'Paul', 'Annika', 'Lars', 'Sofia', 'Jonas', 'Birgit', 'Claire', 'Mehmet', 'Katarzyna'];
    const family = ['Petersen', 'Okafor', 'Marsh', 'Lindqvist', 'Wójcik', 'Yıldırım', 'Hinrichsen', 'Dubois', 'Adler'];
    const titles = ['CEO', 'Head of Purchasing', 'Sales Manager', 'Einkaufsleiter', '总经理', 'Engineer'];
    const trades = ['Maschinenbau', 'Software', 'Verpackung', 'Handel', 'Beratung'];
    const places = ['DE', 'AT', 'CH', 'GB', 'CN', 'US'];
    const none = { emails: [], phones: [], links: [], names: [], domains: [] };
    const firms = Math.ceil(many / 6);
    const begun = Date.UTC(2026, 0, 5);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('book');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const idOf = (kind: string, at: number) => `0190${kind}000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    const common = (at: number) => ({
      tags: at % 5 === 0 ? ['fair'] : [],
      list: at % 3 === 0 ? 'Hannover 2026' : undefined,
      owner: ['Anna', 'Ben', undefined][at % 3],
      createdAt: begun + at * 1000,
      updatedAt: begun + ((at * 7919) % 9_999_991) * 1000,
      representatives: [],
      links: [],
    });
    const firmOf = (at: number) => ({
      ...common(at),
      kind: 'company',
      id: idOf('f', at),
      name: `Firm ${at} ${['GmbH', 'Ltd', 'AB'][at % 3]}`,
      domain: `firm-${at}.example`,
      website: `https://firm-${at}.example`,
      industry: trades[at % trades.length],
      employees: String((at * 37) % 900),
      emails: [`info@firm-${at}.example`],
      phones: [{ e164: `+4930${1_000_000 + at}`, text: `030 ${1_000_000 + at}`, kind: 'switchboard' }],
      addresses: [
        { country: places[at % places.length], city: `City ${at % 500}`, text: `Street 1, City ${at % 500}` },
      ],
      keys: none,
    });
    const personOf = (at: number) => {
      const first = given[at % given.length] ?? '';
      const last = `${family[Math.floor(at / 10) % family.length]}${Math.floor(at / 90)}`;
      const firm = Math.floor(at / 5) % firms;
      const number = String(at).padStart(6, '0');
      return {
        ...common(at),
        kind: 'person',
        id: idOf('a', at),
        partial: false,
        name: at % 50 === 0 ? `王小明${at}` : `${first} ${last}`,
        jobTitle: titles[at % titles.length],
        companyName: `Firm ${firm}`,
        companyId: idOf('f', firm),
        emails: [`${first.toLowerCase()}.${at}@firm-${firm}.example`],
        phones: [{ e164: `+4416149${number}`, text: `0161 49 ${number}`, kind: 'work' }],
        addresses: [],
        note: at % 4 === 0 ? 'Met at the fair, wants the catalogue and a price for forty panes by spring.' : undefined,
        keys: none,
      };
    };
    for (let from = 0; from < many; from += 2000) {
      const tx = database.transaction(['companies', 'people', 'changes'], 'readwrite', { durability: 'relaxed' });
      for (let at = from; at < Math.min(many, from + 2000); at++) {
        const row = at < firms ? firmOf(at) : personOf(at - firms);
        tx.objectStore(at < firms ? 'companies' : 'people').put(row);
        const { id: leadId, kind, createdAt } = row;
        tx.objectStore('changes').add({
          leadId,
          kind,
          at: createdAt,
          origin: 'bench',
          actionId: 'bench',
          cause: 'import',
          fields: [],
        });
      }
      await new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(tx.error);
      });
    }
    database.close();
  }, count);
  // Scores are worked out and written once, as in any book that was open before. A predicate of `waitForFunction` cannot wait itself.
  await page.reload();
  await page.evaluate(
    async (firms) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const database = await done(indexedDB.open('book'));
      const isScored = async (): Promise<boolean> => {
        const tx = database.transaction(['meta', 'scores', 'changes']);
        const [state, scores, last] = await Promise.all([
          done(tx.objectStore('meta').get('scored')),
          done(tx.objectStore('scores').count()),
          done(tx.objectStore('changes').count()),
        ]);
        return scores >= firms && state?.value.seq >= last;
      };
      for (const until = Date.now() + 300_000; !(await isScored()); ) {
        if (Date.now() > until) throw new Error('the book was not scored in five minutes');
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      database.close();
    },
    Math.ceil(count / 6),
  );
  await page.close();
}
