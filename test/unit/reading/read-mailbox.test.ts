import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Reading } from '../../../lib/domain/schema/draft.ts';
import type { MailSnapshotInput } from '../../../lib/domain/schema/mail-snapshot.ts';
import type { Self } from '../../../lib/mailbox/self.ts';
import { readMailbox } from '../../../lib/reading/read-mailbox.ts';
import { readTab } from '../../../lib/reading/read-tab.ts';
import { getReadingState } from '../../../lib/reading/reading-state.ts';

const url = 'https://mail.harrow.example/?_task=mail';
const marit = { name: 'Marit Lund', address: 'marit.lund@isvik-fisk.example' };
const me = { name: 'Ann Harrow', address: 'ann@harrow.example' };

const message = (more: Partial<MailSnapshotInput['messages'][number]> = {}): MailSnapshotInput['messages'][number] => ({
  from: marit,
  to: [me, { name: 'Ben', address: 'ben@harrow.example' }],
  subject: 'Ice',
  sent: false,
  certain: true,
  html: '<p>We need ice.</p>',
  ...more,
});
const frame = (more: Partial<MailSnapshotInput> = {}): MailSnapshotInput => ({ url, rows: 0, messages: [], ...more });

function answers(results: { frameId: number; result: unknown }[]) {
  const executeScript = async () =>
    results.map((entry) => ({
      ...entry,
      result: typeof entry.result === 'object' ? JSON.stringify(entry.result) : entry.result,
    }));
  Object.assign(browser, { scripting: { executeScript } });
}

const nobody: Self = { addresses: [], domains: [], never: [] };
const deps = (self: Self = nobody, sure = true) => ({
  now: () => 7,
  self: async () => self,
  isMailbox: async () => sure,
});
const read = (self?: Self, sure?: boolean) => readMailbox({ tabId: 1, url }, deps(self, sure));

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a mailbox in a tab', () => {
  it('reads the frame that shows a message, at the address of the tab; the owner’s colleagues are left out', async () => {
    const preview = 'https://mail.harrow.example/?_task=mail&_uid=4&_mbox=INBOX&_action=show';
    answers([
      { frameId: 0, result: frame({ owner: me.address, rows: 12 }) },
      { frameId: 3, result: 'no JSON' },
      { frameId: 4, result: frame({ url: `${preview}&_framed=1`, link: preview, messages: [message()] }) },
      { frameId: 5, result: null },
    ]);
    const reading = await read();
    expect(reading).toMatchObject({ url, title: 'Ice', mailOpen: { subject: 'Ice', link: preview } });
    expect(reading?.people.map(({ fields }) => fields.emails[0]?.value)).toEqual([marit.address]);
    expect(reading?.mailOpen?.touched).toEqual([{ address: marit.address, at: 7 }]);
  });

  it('leaves out whom the user never wants kept', async () => {
    answers([{ frameId: 0, result: frame({ messages: [message()] }) }]);
    const reading = await read({ ...nobody, domains: ['harrow.example'], never: ['isvik-fisk.example'] });
    expect(reading?.people).toEqual([]);
    expect(reading?.companies).toEqual([]);
  });

  it('a list alone offers nobody; what is no mailbox is left to the page’s reader', async () => {
    answers([{ frameId: 0, result: frame({ rows: 3 }) }]);
    expect(await read()).toMatchObject({ url, people: [], companies: [] });
    answers([{ frameId: 0, result: frame() }]);
    expect(await read()).toBeUndefined();
    // A team with addresses at an address that only sounds like mail is read as every page is.
    answers([{ frameId: 0, result: frame({ rows: 3 }) }]);
    expect(await read(nobody, false)).toBeUndefined();
  });

  it('a page that answers with anything else is no mailbox', async () => {
    for (const result of ['{"messages":7}', '[]', 5, undefined, { ...frame(), messages: [{ from: {} }] }]) {
      answers([{ frameId: 0, result }]);
      expect(await read()).toBeUndefined();
    }
  });
});

it('the tab’s state tells under which key the message is kept', async () => {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ id: 1, status: 'complete', url } as never);
  answers([{ frameId: 0, result: frame({ messages: [message()] }) }]);
  const kept: Reading[] = [];
  const outcome = await readTab(
    { tabId: 1, keep: true },
    {
      now: () => 7,
      keep: async (reading) => void kept.push(reading),
      mail: (request) => readMailbox(request, deps()),
    },
  );
  expect(outcome.ok).toBe(true);
  expect(kept[0]?.key).toMatch(/^mail:mail\.harrow\.example\/\w+$/);
  expect(await getReadingState(1)).toMatchObject({ state: 'read', url, key: kept[0]?.key });
});
