import { describe, expect, it } from 'vitest';
import { readEml } from '../../../../lib/capture/mail/eml.ts';
import { createCensus, type Own } from '../../../../lib/capture/mail-files/senders.ts';
import { jane, lukas, mailOf } from '../../../mail-files/samples.ts';

const nobody: Own = { addresses: [], domains: [], never: [] };
const sam = { name: 'Sam Buyer', address: 'sam.buyer@own-firm.example' };

async function censusOf(mails: string[], { own = nobody, name = 'inbox.mbox', cards = [] as number[] } = {}) {
  const census = createCensus(own, name);
  for (const [i, mail] of mails.entries()) {
    const head = await readEml(mail);
    census.add(head, { start: i, end: i + 1, at: Date.parse(head.date ?? '') }, cards.includes(i));
  }
  return census.result();
}

const from = (who: { name: string; address: string }, more: Partial<Parameters<typeof mailOf>[0]> = {}) =>
  mailOf({ ...who, body: 'Hello', ...more });

describe('who writes in a mailbox file', () => {
  it('everybody once, their newest messages first, under the name that most messages have', async () => {
    const { senders } = await censusOf([
      from(jane, { day: 2 }),
      from({ ...jane, address: 'Jane.Roe@Harbour-Tools.example' }, { day: 9 }),
      from({ ...jane, name: 'J.' }, { day: 5 }),
      from(lukas, { day: 1 }),
    ]);
    expect(senders.map(({ address, name, count }) => [address, name, count])).toEqual([
      [jane.address, 'Jane Roe', 3],
      [lukas.address, 'Lukas Brandt', 1],
    ]);
    expect(senders[0]?.newest.map(({ start }) => start)).toEqual([1, 2, 0]);
  });

  it.each([
    ['a list', { headers: ['List-Id: <news.example>'] }, { lists: 1, automatic: 0, own: 0 }],
    ['mass mail', { headers: ['Precedence: bulk'] }, { lists: 1, automatic: 0, own: 0 }],
    ['an answer by a machine', { headers: ['Auto-Submitted: auto-replied'] }, { lists: 0, automatic: 1, own: 0 }],
    ['no-reply', { address: 'no-reply@shop.example' }, { lists: 0, automatic: 1, own: 0 }],
  ])('%s is left out and counted', async (_what, more, left) => {
    const census = await censusOf([from({ ...jane, ...more }, more), from(lukas)]);
    expect(census.senders.map(({ address }) => address)).toEqual([lukas.address]);
    expect(census.left).toEqual(left);
  });

  it("the user's own addresses, colleagues and those to be left alone are left out", async () => {
    const own = {
      addresses: [sam.address],
      domains: ['own-firm.example'],
      never: ['l.brandt@brandt-foerderbaender.example'],
    };
    const census = await censusOf(
      [from(sam), from({ name: 'Kim', address: 'kim@own-firm.example' }), from(lukas), from(jane)],
      { own },
    );
    expect(census.senders.map(({ address }) => address)).toEqual([jane.address]);
    expect(census.left.own).toBe(3);
  });

  it('whose mailbox it is, is seen by whom most mail goes to, also where one sender wrote nearly all', async () => {
    const mails = Array.from({ length: 20 }, (_, day) => from(jane, { day }));
    const census = await censusOf([...mails, from(lukas), from(sam, { to: jane.address })]);
    expect(census.senders.map(({ address }) => address).sort()).toEqual([jane.address, lukas.address]);
  });

  it('in sent mail the recipients count', async () => {
    const mails = [jane, lukas, jane, lukas, jane].map(({ name, address }, day) =>
      from(sam, { to: `"${name}" <${address}>`, day }),
    );
    const { senders } = await censusOf(mails);
    expect(senders.map(({ address, count }) => [address, count])).toEqual([
      [jane.address, 3],
      [lukas.address, 2],
    ]);
  });

  it('sent mail to one person alone is told by its name', async () => {
    const mails = Array.from({ length: 6 }, (_, day) => from(sam, { to: jane.address, day }));
    expect((await censusOf(mails, { name: 'Gesendet.mbox' })).senders[0]?.address).toBe(jane.address);
    expect((await censusOf(mails, { name: 'Inbox.mbox' })).senders[0]?.address).toBe(sam.address);
  });
});
