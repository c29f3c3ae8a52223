import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerValue } from '../../../lib/domain/schema/order.ts';
import { exportColumns } from '../../../lib/exchange/columns.ts';
import { createOrderSession } from '../../../lib/exchange/orders/order-session.ts';
import { scoreField } from '../../../lib/scoring/fields.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { readFullRows } from '../../../lib/storage/export-rows.ts';
import { editLead, saveItems } from '../../../lib/storage/leads.ts';
import { allScoreInputs, scoreInputs } from '../../../lib/storage/score-input.ts';
import { lookUpSenders } from '../../../lib/storage/senders.ts';
import { customerValueOf, customerValues, keepValues } from '../../../lib/storage/value-rows.ts';
import { createValueService } from '../../../lib/storage/value-service.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

let book: Book;
let ids: string[];
beforeEach(async () => {
  book = await emptyBook();
  const items = [
    company('c1', { name: 'Alder Ltd', domain: 'alder.example', emails: ['info@alder.example'] }),
    person('p1', { name: 'Lena Ortmann', emails: ['lena@alder.example'] }, { companyDraftId: 'c1' }),
    person('p2', { name: 'Jo Free', emails: ['jo.free@gmail.com'] }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  ids = ['c1', 'p1', 'p2'].map((id) => outcomes.find(({ draftId }) => draftId === id)?.leadId ?? '');
});
const worth = (leadId: string, more: Partial<CustomerValue> = {}): CustomerValue => ({
  leadId,
  valueClass: 'A',
  segment: 'champions',
  phase: 'mature',
  orders: 12,
  amount: 1234.5,
  currency: 'EUR',
  at: 1,
  ...more,
});

const words = {
  group: {} as never,
  phoneKind: {} as never,
  outcome: { won: '', lost: '' },
  value: {
    valueClass: (one: string) => `${one} customer`,
    segment: (one: string) => one,
    phase: (one: string) => one,
  },
};

describe('what a customer is worth', () => {
  beforeEach(() => keepValues(book, [worth(ids[0] ?? '')]));

  it('stands in mail, of a firm for its people and strangers too; a prospect keeps the tier', async () => {
    const self = { addresses: [], domains: [], never: [] };
    const asked = ['info@alder.example', 'lena@alder.example', 'new@alder.example', 'jo.free@gmail.com'];
    const found = await lookUpSenders(
      book,
      asked.map((address) => ({ address, name: '', where: 'row' as const })),
      self,
      3000,
    );
    const value = { valueClass: 'A', segment: 'champions' };
    expect(found.slice(0, 3)).toEqual([
      expect.objectContaining({ is: 'known', customer: true, value }),
      expect.objectContaining({ is: 'known', customer: true, value }),
      expect.objectContaining({ is: 'firm', customer: true, value }),
    ]);
    expect(found[3]).toMatchObject({ is: 'known', customer: false });
    expect(found[3]).not.toHaveProperty('value');
  });

  it('is asked for by rules, one by one and over all alike; unknown where nobody ordered', async () => {
    const one = (await scoreInputs(book, [ids[1] ?? ''])).get(ids[1] ?? '');
    const read = (name: string, input = one) => input && scoreField(name, [])?.read(input, 0);
    expect(['class', 'segment', 'phase'].map((name) => read(`customer.${name}`))).toEqual([
      ['A'],
      ['champions'],
      ['mature'],
    ]);
    expect([read('customer.orders'), read('customer.sales')]).toEqual([
      { min: 12, max: 12 },
      { min: 1234.5, max: 1234.5 },
    ]);
    const all = new Map<string, string>();
    await allScoreInputs(book, (inputs) => {
      for (const input of inputs) all.set(input.lead.id, String(read('customer.class', input)));
    });
    expect([...all.values()].toSorted()).toEqual(['A', 'undefined']);
  });

  it('share of wallet stands in rules and exports; a need is known of who has not ordered, too', async () => {
    const wallet = [{ day: 20_000, amount: 500_000, currency: 'EUR' }];
    await editLead(book, ids[0] ?? '', { wallet }, 3000);
    await keepValues(book, [worth(ids[0] ?? '', { need: 5000, share: 0.25, potential: 3750 })]);
    const input = (await scoreInputs(book, [ids[0] ?? ''])).get(ids[0] ?? '');
    const read = (name: string) => input && scoreField(`customer.${name}`, [])?.read(input, 0);
    expect(['need', 'share', 'potential'].map(read)).toEqual([
      { min: 5000, max: 5000 },
      { min: 25, max: 25 },
      { min: 3750, max: 3750 },
    ]);
    const rows = await readFullRows(book, 'company');
    const columns = exportColumns('company', rows, words);
    const cell = (id: string) => columns.find((one) => one.id === id)?.read(rows[0] as (typeof rows)[number]);
    expect(['wholeNeed', 'wholeNeedCurrency', 'wholeNeedAt', 'shareOfWallet', 'walletPotential'].map(cell)).toEqual([
      '5000.00',
      'EUR',
      '2024-10-04',
      '0.25',
      '3750.00',
    ]);
  });

  it('is in exports, and no column where nobody has any', async () => {
    const rows = await readFullRows(book, 'person');
    const columns = exportColumns('person', rows, words);
    const lena = rows.find(({ lead }) => lead.name === 'Lena Ortmann');
    const cells = (ids_: string[]) => ids_.map((id) => lena && columns.find((column) => column.id === id)?.read(lena));
    expect(cells(['valueClass', 'valueSegment', 'customerPhase', 'customerOrders', 'customerSales'])).toEqual([
      'A customer',
      'champions',
      'mature',
      '12',
      '1234.50',
    ]);
    await keepValues(book, []);
    const without = exportColumns('person', await readFullRows(book, 'person'), words);
    expect(without.some(({ id }) => id === 'valueClass')).toBe(false);
  });

  it('is written only where it changed', async () => {
    await keepValues(book, [worth(ids[0] ?? '', { at: 99 })]);
    expect((await customerValues(book)).get(ids[0] ?? '')?.at).toBe(1);
    await keepValues(book, [worth(ids[0] ?? '', { at: 99, valueClass: 'B' })]);
    expect((await customerValues(book)).get(ids[0] ?? '')).toMatchObject({ at: 99, valueClass: 'B' });
  });
});

describe('whom a customer introduced', () => {
  it('their orders are the network value of who introduced them', async () => {
    await editLead(book, ids[2] ?? '', { leadSource: { group: 'introduction', name: 'alder ltd' } }, 2500);
    const session = createOrderSession(book);
    const list =
      'Email,Date,Amount\njo.free@gmail.com,2026-01-01,70\njo.free@gmail.com,2026-02-01,30\ninfo@alder.example,2026-02-01,5';
    await session.planOrders(await session.openOrders('o.csv', new TextEncoder().encode(list)));
    await session.writeOrders();
    const service = createValueService(book, () => Date.UTC(2026, 2, 1));
    await service.models({});
    const values = await customerValues(book);
    expect(values.get(ids[0] ?? '')).toMatchObject({ network: 100, amount: 5 });
    const sources = await service.sources({});
    expect(sources.find(({ group }) => group === 'introduction')).toMatchObject({ met: 1, customers: 1, amount: 100 });
    const [lena] = await readFullRows(book, 'person', [ids[1] ?? '']);
    expect(lena && (await customerValueOf(book, lena.lead))?.leadId).toBe(ids[0]);
  });
});
