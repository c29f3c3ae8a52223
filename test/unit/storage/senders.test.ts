import { beforeEach, describe, expect, it } from 'vitest';
import { ownDomain } from '../../../lib/mailbox/own-domain.ts';
import { isLeftAlone, neverEntry, type Self } from '../../../lib/mailbox/self.ts';
import type { MailPerson } from '../../../lib/messaging/protocol.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { erasePerson } from '../../../lib/storage/erase.ts';
import { deleteLeads, editLead, saveItems } from '../../../lib/storage/leads.ts';
import { senderFacts } from '../../../lib/storage/sender-card.ts';
import { lookUpSenders } from '../../../lib/storage/senders.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

const self: Self = {
  addresses: ['me@home.example'],
  domains: ['own-firm.example'],
  never: ['quiet@shop.example', 'never.example'],
};
const by = (address: string, name = '', where: MailPerson['where'] = 'row'): MailPerson => ({ address, name, where });

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
  const items = [
    person('p1', {
      name: 'Lena Ortmann',
      jobTitle: 'Head of Purchasing',
      companyName: 'Alder Conveyors Ltd',
      emails: ['lena@alder-conveyors.example'],
    }),
    person('p2', { name: 'Jo Free', emails: ['jo.free@gmail.com'] }),
    company('c1', {
      name: 'Harbour Tools Ltd',
      domain: 'harbour-tools.example',
      emails: ['info@harbour-tools.example'],
    }),
  ];
  await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
});

describe('who the people of a mailbox are', () => {
  it('a recipient who must not be contacted, or whose firm must not, is barred while one writes to them', async () => {
    const seen = async (address: string, where: MailPerson['where']) =>
      (await lookUpSenders(book, [by(address, '', where)], self, 3000))[0];
    for (const address of ['lena@alder-conveyors.example', 'info@harbour-tools.example']) {
      const lead = await seen(address, 'row');
      if (lead?.is !== 'known') throw new Error('not known');
      await editLead(book, lead.leadId, { doNotContact: true }, 2500);
      expect(await seen(address, 'compose')).toMatchObject({ is: 'barred', leadId: lead.leadId });
      expect((await seen(address, 'message'))?.is).toBe('known');
    }
    expect(await seen('anna@harbour-tools.example', 'compose')).toMatchObject({
      is: 'barred',
      name: 'Harbour Tools Ltd',
    });
  });

  it('a recipient who was erased is told of while one writes to them, and only then', async () => {
    const lena = (await lookUpSenders(book, [by('lena@alder-conveyors.example')], self, 3000))[0];
    if (lena?.is !== 'known') throw new Error('not known');
    await erasePerson(book, lena.leadId, 2500);
    const seen = async (where: MailPerson['where']) =>
      (await lookUpSenders(book, [by('LENA@alder-conveyors.example', '', where)], self, 3000))[0];
    expect(await seen('compose')).toEqual({ is: 'erased', address: 'lena@alder-conveyors.example', at: 2500 });
    expect((await seen('row'))?.is).not.toBe('erased');
  });

  it.each([
    ['lena@alder-conveyors.example', 'known'],
    ['LENA@Alder-Conveyors.EXAMPLE', 'known'],
    ['mailto:lena@alder-conveyors.example', 'known'],
    ['info@harbour-tools.example', 'known'],
    ['colin@alder-conveyors.example', 'firm'],
    ['colin@mail.alder-conveyors.example', 'firm'],
    ['anna@harbour-tools.example', 'firm'],
    ['jo.free@gmail.com', 'known'],
    ['other.jo@gmail.com', 'stranger'],
    ['no-reply@alder-conveyors.example', 'none'],
    ['me@home.example', 'none'],
    ['petra@own-firm.example', 'none'],
    ['petra@sub.own-firm.example', 'none'],
    ['petra@not-own-firm.example', 'stranger'],
    ['quiet@shop.example', 'none'],
    ['loud@shop.example', 'stranger'],
    ['x@never.example', 'none'],
    ['not an address', 'stranger'],
  ])('%s is %s', async (address, expected) => {
    const [sender] = await lookUpSenders(book, [by(address)], self, 3000);
    expect(sender?.is).toBe(expected);
  });

  it('answers each in the order asked, the same address as often as it was asked', async () => {
    const asked = ['a@x.example', 'lena@alder-conveyors.example', 'a@x.example', 'lena@alder-conveyors.example'];
    const found = await lookUpSenders(
      book,
      asked.map((address) => by(address)),
      self,
      3000,
    );
    expect(found.map(({ is }) => is)).toEqual(['stranger', 'known', 'stranger', 'known']);
  });

  it('gives the tier of the real score and the name as kept', async () => {
    const [sender] = await lookUpSenders(book, [by('lena@alder-conveyors.example', 'L. O.')], self, 3000);
    expect(sender).toMatchObject({ is: 'known', name: 'Lena Ortmann', customer: false });
    expect(sender?.is === 'known' && /^[ABCD?]$/.test(sender.tier)).toBe(true);
  });

  it('are customers with their company', async () => {
    const items = [
      company('c2', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' }),
      person('p3', { name: 'Erika Lindner', emails: ['erika@glasbau-lindner.example'] }, { companyDraftId: 'c2' }),
    ];
    await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const seen = async () => (await lookUpSenders(book, [by('erika@glasbau-lindner.example')], self, 3000))[0];
    const erika = await seen();
    expect(erika).toMatchObject({ is: 'known', customer: false });
    if (erika?.is === 'known') await editLead(book, erika.leadId, { outcome: { result: 'won', at: 2500 } }, 2500);
    expect(await seen()).toMatchObject({ is: 'known', customer: true });
  });

  it('tells how many of a firm are known, and the firm where it is kept', async () => {
    const [staff, firm] = await lookUpSenders(
      book,
      [by('colin@alder-conveyors.example'), by('anna@harbour-tools.example')],
      self,
      3000,
    );
    expect(staff).toMatchObject({ is: 'firm', people: 1 });
    expect(firm).toMatchObject({ is: 'firm', people: 0, company: { name: 'Harbour Tools Ltd' } });
  });

  it('never takes a display name for an address', async () => {
    const [sender] = await lookUpSenders(book, [by('z@pay-today.example', 'lena@alder-conveyors.example')], self, 3000);
    expect(sender?.is).toBe('stranger');
  });

  it('forgets who was deleted', async () => {
    const [before] = await lookUpSenders(book, [by('lena@alder-conveyors.example')], self, 3000);
    if (before?.is !== 'known') throw new Error('not known');
    await deleteLeads(book, [before.leadId], 3000);
    const [after] = await lookUpSenders(book, [by('lena@alder-conveyors.example')], self, 4000);
    expect(after?.is).not.toBe('known');
  });

  it.each([
    ['lena@alder-conveyor.example', 'lookAlike'],
    ['lena@a1der-conveyors.example', 'lookAlike'],
    ['lena@alder-conveyors.test', 'lookAlike'],
    ['lena@alder-conveyors.example', 'known'],
    ['someone@elsewhere-works.example', 'stranger'],
    ['other.jo@gmail.com', 'stranger'],
    ['no-reply@elsewhere-works.example', 'stranger'],
  ])('as a recipient %s is %s', async (address, expected) => {
    const [sender] = await lookUpSenders(book, [by(address, '', 'compose')], self, 3000);
    expect(sender?.is).toBe(expected);
  });

  it('tells a card title, firm, score and last touch', async () => {
    const facts = await senderFacts(book, by('lena@alder-conveyors.example', 'Lena'), self, 3000);
    expect(facts).toMatchObject({
      name: 'Lena Ortmann',
      jobTitle: 'Head of Purchasing',
      companyName: 'Alder Conveyors Ltd',
      saidName: 'Lena',
    });
    expect(facts.brief?.asked).toBeGreaterThan(0);
    expect(await senderFacts(book, by('a@x.example'), self, 3000)).toEqual({
      sender: { is: 'stranger' },
      address: 'a@x.example',
      saidName: '',
    });
  });
});

describe('who the user is', () => {
  it.each([
    ['me@own-firm.example', 'own-firm.example'],
    ['me@mail.own-firm.example', 'own-firm.example'],
    ['me@gmail.com', undefined],
    ['nonsense', undefined],
  ])('the firm behind %s is %s', (address, domain) => expect(ownDomain(address)).toBe(domain));

  it.each([
    ['Shop.Example', 'shop.example'],
    ['@shop.example', 'shop.example'],
    [' Quiet@Shop.example ', 'quiet@shop.example'],
    ['shop', ''],
    ['a@b', ''],
    ['two words.example', ''],
  ])('%j is kept as %j', (typed, kept) => expect(neverEntry(typed)).toBe(kept));

  it('an empty list leaves nobody alone', () => {
    expect(isLeftAlone('a@b.example', { addresses: [], domains: [''], never: [''] })).toBe(false);
  });
});
