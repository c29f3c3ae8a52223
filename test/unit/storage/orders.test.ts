import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { createOrderSession } from '../../../lib/exchange/orders/order-session.ts';
import { deleteForGood } from '../../../lib/storage/bin.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { countLeads } from '../../../lib/storage/count-leads.ts';
import { deleteLeads } from '../../../lib/storage/edit.ts';
import { erasePerson } from '../../../lib/storage/erase.ts';
import { keepCustomers } from '../../../lib/storage/keep-customers.ts';
import { lastActions } from '../../../lib/storage/last-actions.ts';
import { loadOrders, orderBatches } from '../../../lib/storage/orders.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { settleCustomers } from '../../../lib/storage/settle-customers.ts';
import { sweepBook } from '../../../lib/storage/sweep.ts';
import { read } from '../../../lib/storage/transact.ts';
import { undoAction } from '../../../lib/storage/undo.ts';
import { customerValues } from '../../../lib/storage/value-rows.ts';
import { createValueService } from '../../../lib/storage/value-service.ts';
import { undoOrders } from '../../../lib/storage/write-orders.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});
afterEach(() => vi.restoreAllMocks());
const bytes = (text: string) => new TextEncoder().encode(text);
const heading = 'Order number,Date,Customer,Email,Total,Currency\n';

async function take(text: string, name = 'orders.csv') {
  const session = createOrderSession(book);
  const view = await session.openOrders(name, bytes(text));
  const summary = await session.planOrders(view);
  return { session, view, summary, write: () => session.writeOrders() };
}
const storeSizes = () =>
  read(book, ['orderBatches', 'orderBlocks', 'orderCustomers'], async (tx) =>
    Promise.all(
      (['orderBatches', 'orderBlocks', 'orderCustomers'] as const).map((store) => tx.objectStore(store).count()),
    ),
  );

describe('a list of orders', () => {
  const rows = [
    '1001,2026-01-03,Alpha GmbH,anna@alpha.example,100.00,EUR',
    '1002,2026-02-03,Beta Ltd,ben@beta.example,"1,250.50",EUR',
    '1003,2026-03-03,Alpha GmbH,anna@alpha.example,(20.00),EUR',
    '1003,2026-03-03,Alpha GmbH,anna@alpha.example,(20.00),EUR',
    '1004,2026-03-04,Gamma,,x,EUR',
    '1005,soon,Gamma,,5,EUR',
    ',2026-03-04,,,7,EUR',
    '1006,2026-03-05,Delta,,50,USD',
  ];
  const file = heading + rows.join('\n');

  it('rows are orders, known, lines or refused, and add up', async () => {
    const { summary } = await take(file);
    expect(summary).toMatchObject({ rows: 8, orders: 4, customers: 3, refunds: 1 });
    expect(summary.refused).toMatchObject({ noCustomer: 1, noAmount: 1, noDate: 1, sameOrder: 1 });
    const refused = Object.values(summary.refused).reduce((a, b) => a + b, 0);
    expect(summary.orders + summary.lines + summary.known + refused).toBe(summary.rows);
    expect(summary.currencies).toEqual([
      { code: 'EUR', orders: 3 },
      { code: 'USD', orders: 1 },
    ]);
    expect(await storeSizes()).toEqual([0, 0, 0]);
  });

  it('is added to and never read twice', async () => {
    await (await take(file)).write();
    const again = await take(`${file}\n1007,2026-04-01,Beta Ltd,ben@beta.example,10,EUR`, 'more.csv');
    expect(again.summary).toMatchObject({ orders: 1, known: 5, newCustomers: 0 });
    await again.write();
    expect((await loadOrders(book, 'EUR', {})).table.day).toHaveLength(5);
  });

  it('without order numbers equal rows of one list are two orders, and are known the next time', async () => {
    const plain = 'Date,Customer,Amount\n2026-01-01,A,5\n2026-01-01,A,5\n2026-01-02,A,5\n';
    await (await take(plain)).write();
    const again = await take(`${plain}2026-01-01,A,5\n`);
    expect(again.summary).toMatchObject({ orders: 1, known: 3 });
  });

  it('money of several currencies by their rates; without one the order counts and its money does not', async () => {
    await (await take(file)).write();
    const bare = await loadOrders(book, '', {});
    expect(bare).toMatchObject({ base: 'EUR', withoutRate: ['USD'] });
    expect([...bare.table.amount]).toEqual([100, 1250.5, -20, 0]);
    const rated = await loadOrders(book, 'EUR', { USD: 0.5 });
    expect([...rated.table.amount]).toEqual([100, 1250.5, -20, 25]);
  });

  it('taking it back leaves what other lists have', async () => {
    const first = await (await take(file)).write();
    await (await take(`${heading}2001,2026-05-05,Alpha GmbH,anna@alpha.example,1,EUR`, 'later.csv')).write();
    await undoOrders(book, first.id, 1);
    const { table, buyers } = await loadOrders(book, 'EUR', {});
    expect([...table.amount]).toEqual([1]);
    expect(buyers.map(({ name }) => name)).toEqual(['Alpha GmbH']);
    expect(await storeSizes()).toEqual([1, 1, 1]);
    expect((await take(file)).summary.known).toBe(0);
  });

  it('is planned anew where an earlier one was taken back since the dry run', async () => {
    const first = await (await take(file)).write();
    const { summary, write } = await take(`${file}\n1007,2026-04-01,Beta Ltd,ben@beta.example,10,EUR`, 'more.csv');
    expect(summary).toMatchObject({ orders: 1, known: 5 });
    await undoOrders(book, first.id, 1);
    expect(await write()).toMatchObject({ orders: 5, customers: 3 });
    const { table, buyers } = await loadOrders(book, 'EUR', {});
    expect(table.day).toHaveLength(5);
    expect(buyers.map(({ name }) => name).toSorted()).toEqual(['Alpha GmbH', 'Beta Ltd', 'Delta']);
  });

  it('lines of an order are added up, whatever they sum to on the way; its sum said again is not', async () => {
    const lines = (id: number, ...amounts: number[]) =>
      amounts.map((amount) => `${id},2026-01-03,Alpha GmbH,anna@alpha.example,${amount},EUR`);
    const list = [...lines(1, 10, 20, 30), ...lines(2, 100, 100, 100), ...lines(3, 10, 20, 20)];
    const { summary, write } = await take(heading + list.join('\n'));
    expect(summary).toMatchObject({ orders: 3, lines: 4, refused: { sameOrder: 2 } });
    await write();
    expect([...(await loadOrders(book, 'EUR', {})).table.amount]).toEqual([60, 100, 50]);
  });

  it('called off it leaves nothing behind', async () => {
    const session = createOrderSession(book);
    const view = await session.openOrders('orders.csv', bytes(file));
    await session.planOrders(view);
    const control = new AbortController();
    control.abort(new Error('enough'));
    await expect(session.writeOrders({ signal: control.signal })).rejects.toThrow('enough');
    expect(await storeSizes()).toEqual([0, 0, 0]);
    await session.planOrders(view);
    const late = new AbortController();
    const writing = session.writeOrders({
      signal: late.signal,
      onStep: ({ done, total }) => done === total && late.abort(new Error('late')),
    });
    await expect(writing).rejects.toThrow('late');
    expect(await storeSizes()).toEqual([0, 0, 0]);
    expect(await orderBatches(book)).toEqual([]);
  });
});

describe('programs', () => {
  it('Shopify: one line an item, the sum in the first', async () => {
    const text = [
      'Name,Email,Financial Status,Paid at,Currency,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Billing Name,Billing Company,Refunded Amount',
      '#1001,anna@alpha.example,paid,2026-01-02 10:00:00 +0100,EUR,120.00,10.00,2026-01-02 09:59:00 +0100,1,Cup,Anna Alt,Alpha GmbH,20.00',
      '#1001,anna@alpha.example,,,,,,2026-01-02 09:59:00 +0100,2,Plate,,,',
      '#1002,ben@beta.example,voided,,EUR,10.00,0.00,2026-01-03 09:59:00 +0100,1,Cup,Ben Bach,,0.00',
    ].join('\n');
    const { view, summary, write } = await take(text);
    expect(view.preset).toBe('shopify');
    expect(summary).toMatchObject({ orders: 1, lines: 1, customers: 1, refused: { cancelled: 1 } });
    await write();
    const { table } = await loadOrders(book, 'EUR', {});
    expect([table.amount[0], table.discounted?.[0]]).toEqual([100, 1]);
  });
  it.each([
    [
      'woocommerce',
      'Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Order Refund Amount\n7,wc-completed,2026-02-01 12:00,a@b.example,12.50,0',
    ],
    [
      'stripe',
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email\nch_1,2026-02-01 12:00:00,12.50,0.00,eur,Paid,cus_1,a@b.example',
    ],
    ['quickbooks', 'Date,Transaction type,Num,Name,Due date,Amount\n02/13/2026,Invoice,77,Alpha Inc,03/15/2026,12.50'],
    ['plain', '日期,客户名称,金额\n2026年2月1日,甲公司,12.50'],
    ['plain', 'Kundennummer;Datum;Betrag\n4711;01.02.2026;12,50'],
  ])('%s', async (preset, text) => {
    const { view, summary, write } = await take(text);
    expect(view.preset).toBe(preset);
    expect(summary).toMatchObject({ orders: 1, customers: 1 });
    await write();
    expect([...(await loadOrders(book, '', {})).table.amount]).toEqual([12.5]);
  });
});

it('a workbook: numbers and days as the sheet has them', async () => {
  const rows = [
    ['Order number', 'Date', 'Customer', 'Total'].map((value) => ({ value, type: String })),
    [
      { value: 'R-1', type: String },
      { value: new Date(Date.UTC(2026, 0, 5)), type: Date, format: 'yyyy-mm-dd' },
      { value: 'Alpha GmbH', type: String },
      { value: 1234.5, type: Number },
    ],
  ];
  const file = await writeXlsxFile(rows as never).toBlob();
  const session = createOrderSession(book);
  const view = await session.openOrders('orders.xlsx', new Uint8Array(await file.arrayBuffer()));
  expect(await session.planOrders(view)).toMatchObject({ orders: 1, fromDay: Date.UTC(2026, 0, 5) / 86_400_000 });
  await session.writeOrders();
  expect([...(await loadOrders(book, '', {})).table.amount]).toEqual([1234.5]);
});

describe('who they are', () => {
  const list = [
    'Customer,Email,Company,Date,Amount',
    'Lena,lena@alder.example,,2026-01-01,10',
    'Somebody,new@harbour.example,,2026-01-02,20',
    'X,,Cedar Works GmbH,2026-01-03,30',
    'Jo Freeman,,,2026-01-04,40',
    'Nobody,,,2026-01-05,50',
  ].join('\n');
  beforeEach(async () => {
    const items = [
      person('p1', { name: 'Lena Ortmann', companyName: 'Alder Ltd', emails: ['lena@alder.example'] }),
      person('p2', { name: 'Jo Freeman', emails: ['jo@gmail.com'] }),
      company('c1', { name: 'Harbour Tools Ltd', domain: 'harbour.example' }),
      company('c2', { name: 'Cedar Works', domain: 'cedar.example' }),
    ];
    await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  });

  it('are found by address, domain or firm; by a bare name only offered, until the user says so', async () => {
    const { summary, write } = await take(list);
    expect(summary).toMatchObject({ customers: 5, matched: 3, maybe: 1 });
    await write();
    const names = async () => {
      const { buyers } = await loadOrders(book, '', {});
      return buyers.filter(({ leadId }) => leadId).map(({ name }) => name);
    };
    expect(await names()).toEqual(['Lena Ortmann', 'Harbour Tools Ltd', 'Cedar Works']);
    const rows = await read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const jo = rows.find(({ name }) => name === 'Jo Freeman');
    await settleCustomers(book, [{ id: jo?.id ?? 0, leadId: jo?.maybe }], 1);
    expect(await names()).toContain('Jo Freeman');
    await settleCustomers(book, [{ id: jo?.id ?? 0, leadId: undefined }], 2);
    await (await take(`${list}\nJo Freeman,,,2026-02-04,40`)).write();
    expect(await names()).not.toContain('Jo Freeman');
  });

  it('a wrong match is put right, later lists go by it, and it is taken back; a later word stays', async () => {
    await (await take(list)).write();
    const rows = () => read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const tied = async () => (await rows()).find(({ email }) => email === 'lena@alder.example');
    const [lena] = [await tied()];
    const harbour = (await rows()).find(({ email }) => email === 'new@harbour.example')?.leadId;
    const wrong = await settleCustomers(book, [{ id: lena?.id ?? 0, leadId: harbour }], 10);
    const later = `${list}\nLena,lena@alder.example,,2026-02-04,40`;
    await (await take(later)).write();
    const { buyers } = await loadOrders(book, '', {});
    expect(buyers.filter(({ customers }) => customers.includes(lena?.id ?? 0))).toMatchObject([{ leadId: harbour }]);
    expect((await lastActions(book, 10)).find(({ id }) => id === wrong.actionId)).toMatchObject({
      isTie: true,
      count: 1,
    });
    expect((await undoAction(book, wrong.actionId, 11)).conflicts).toEqual([]);
    expect(await tied()).toEqual(lena);

    const first = await settleCustomers(book, [{ id: lena?.id ?? 0, leadId: harbour }], 12);
    await settleCustomers(book, [{ id: lena?.id ?? 0, leadId: undefined }], 13);
    await undoAction(book, first.actionId, 14);
    expect(await tied()).toMatchObject({ settled: true });
    expect((await tied())?.leadId).toBeUndefined();
  });

  it('what was said of them since the dry run stands, and who was erased since stays away', async () => {
    await (await take(list)).write();
    const rows = () => read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const of = async (word: string) => (await rows()).find((row) => JSON.stringify(row).includes(word));
    await saveItems(book, {
      items: [person('p3', { name: 'Nobody', emails: ['nobody@birch.example'] })],
      batch: noBatch,
      url: page,
      now: 5000,
    });
    const more = await take(`${list}\nNobody,,,2026-02-05,50`);
    const nobody = await of('Nobody');
    await settleCustomers(book, [{ id: nobody?.id ?? 0, leadId: undefined }], 6000);
    await more.write();
    expect(await of('Nobody')).toMatchObject({ settled: true });
    expect((await of('Nobody'))?.maybe).toBeUndefined();

    const late = await take(`${list}\nLena,lena@alder.example,,2026-03-04,40`);
    const lena = await of('lena@alder');
    await erasePerson(book, lena?.leadId ?? '', 7000);
    await late.write();
    expect(JSON.stringify(await rows())).not.toContain('lena@');
  });

  it('who they are said to be while a list is written stands', async () => {
    await (await take(list)).write();
    await saveItems(book, {
      items: [person('p3', { name: 'Nobody', emails: ['nobody@birch.example'] })],
      batch: noBatch,
      url: page,
      now: 5000,
    });
    const { session } = await take(`${list}\nNobody,,,2026-02-05,50`);
    const of = async () =>
      (await read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll())).find(
        ({ name }) => name === 'Nobody',
      );
    const id = (await of())?.id ?? 0;
    let settling: Promise<unknown> | undefined;
    await session.writeOrders({
      onStep: () => {
        settling ??= settleCustomers(book, [{ id, leadId: undefined }], 6000);
      },
    });
    await settling;
    expect(await of()).toMatchObject({ settled: true });
    expect((await of())?.maybe).toBeUndefined();
  });

  it('saving them and saying who they are is one: both are stored or neither', async () => {
    await (await take(list)).write();
    const rows = () => read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const open = (await rows()).filter(({ leadId, maybe }) => leadId === undefined && maybe === undefined);
    const { put } = IDBObjectStore.prototype;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...row
    ) {
      if (this.name === 'orderCustomers') throw new Error('the disk is full');
      return put.apply(this, row);
    });
    const keep = () =>
      keepCustomers(
        book,
        open.map(({ id }) => id),
        3000,
      );
    const before = await countLeads(book);
    await expect(keep()).rejects.toThrow('the disk is full');
    failing.mockRestore();
    expect(await countLeads(book)).toEqual(before);
    expect((await keep()).count).toBe(open.length);
  });

  it('a list stands among the last changes and is taken back there', async () => {
    const batch = await (await take(list)).write();
    expect(await lastActions(book, 1)).toMatchObject([{ id: batch.id, orders: { file: 'orders.csv', orders: 5 } }]);
    await undoAction(book, batch.id, 20);
    expect(await orderBatches(book)).toEqual([]);
    expect(await storeSizes()).toEqual([0, 0, 0]);
    expect(await lastActions(book, 1)).toMatchObject([{ id: batch.id, undoneAt: 20 }]);
  });

  it('saving them is taken back with whose their orders are', async () => {
    await (await take(list)).write();
    const rows = () => read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const before = await rows();
    const open = before.filter(({ leadId, maybe }) => leadId === undefined && maybe === undefined);
    const { actionId } = await keepCustomers(
      book,
      open.map(({ id }) => id),
      3000,
    );
    expect(await rows()).not.toEqual(before);
    await undoAction(book, actionId, 4000);
    expect(await rows()).toEqual(before);
  });

  it('those who are not in the book are saved to it, as people or as firms, and their orders are theirs', async () => {
    await (await take(list)).write();
    const rows = await read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const ids = rows.filter(({ leadId }) => leadId === undefined).map(({ id }) => id);
    const { count } = await keepCustomers(book, ids, 3000);
    expect(count).toBe(1);
    const { buyers } = await loadOrders(book, '', {});
    expect(buyers.map(({ kind }) => kind)).toEqual(['person', 'company', 'company', undefined, 'company']);
    expect((await keepCustomers(book, ids, 4000)).count).toBe(0);
  });

  it('who was erased does not come back by a list, and is out of those there are', async () => {
    await (await take(list)).write();
    const rows = () => read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const lena = (await rows()).find(({ email }) => email === 'lena@alder.example');
    await erasePerson(book, lena?.leadId ?? '', 5000);
    expect(JSON.stringify(await rows())).not.toContain('lena@');
    const again = await take(`${list}\nLena,lena@alder.example,,2026-03-01,10`);
    expect(again.summary).toMatchObject({ orders: 0, refused: { erased: 1 } });
  });

  it('who was erased is known by their firm too, whose orders stay its own without them', async () => {
    const people = await read(book, ['people'], (tx) => tx.objectStore('people').getAll());
    await erasePerson(book, people.find(({ name }) => name === 'Lena Ortmann')?.id ?? '', 5000);
    const rows = [
      'Customer,Email,Company,Website,Date,Amount',
      'Lena Ortmann,,Alder Ltd,,2026-01-01,10',
      'Paul Egger,,Alder Ltd,,2026-01-02,20',
      'Lena Ortmann,lena@alder.example,,,2026-01-03,30',
      'Lena Ortmann,,,https://www.alder.example,2026-01-04,40',
      'Lena Ortmann,,Other Ltd,,2026-01-05,50',
    ];
    const { summary, write } = await take(rows.join('\n'));
    expect(summary).toMatchObject({ orders: 4, refused: { erased: 1 } });
    await write();
    const { buyers } = await loadOrders(book, '', {});
    expect(buyers.map(({ name }) => name)).toEqual(['Alder Ltd', 'https://www.alder.example', 'Lena Ortmann']);
  });

  it.each([
    ['is deleted for good', (ids: string[]) => deleteForGood(book, ids)],
    ['was deleted long ago', () => sweepBook(book, 5000 + 31 * 86_400_000)],
  ])('whose lead %s stays a customer by the name in the list, and may be tied anew', async (_how, purge) => {
    await (await take(list)).write();
    const rows = () => read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').getAll());
    const firms = (await rows()).flatMap(({ leadId }) => leadId ?? []);
    const before = (await loadOrders(book, '', {})).table.amount;
    await settleCustomers(book, [{ id: (await rows())[0]?.id ?? 0, leadId: firms[0] }], 4000);
    await deleteLeads(book, firms, 5000);
    await purge(firms);
    const after = await loadOrders(book, '', {});
    expect(after.table.amount).toEqual(before);
    expect(after.buyers.filter(({ leadId }) => leadId !== undefined)).toEqual([]);
    expect((await rows()).filter(({ leadId, by, settled }) => leadId ?? by ?? settled)).toEqual([]);
    expect((await take(list)).summary).toMatchObject({ orders: 0, newCustomers: 0 });
  });

  it('what they are worth is kept beside them, and goes with the list', async () => {
    const batch = await (await take(list)).write();
    const service = createValueService(book, () => Date.UTC(2026, 1, 1));
    await service.models({});
    const values = await customerValues(book);
    expect([...values.values()].map(({ amount }) => amount).toSorted()).toEqual([10, 20, 30]);
    expect([...values.values()].every(({ valueClass }) => valueClass !== undefined)).toBe(true);
    await undoOrders(book, batch.id, 1);
    service.forget();
    await service.models({});
    expect((await customerValues(book)).size).toBe(0);
  });
});

describe('what they are worth', () => {
  const orders = (n: number) =>
    `Date,Customer,Amount\n${Array.from({ length: n }, (_, at) => `2026-0${1 + (at % 6)}-1${at % 10},C${at % 40},${10 + (at % 40) * 3}`).join('\n')}`;
  it('overview, pages, movement and pivot of a list; cuts move classes', async () => {
    await (await take(orders(400))).write();
    const service = createValueService(book, () => Date.UTC(2026, 6, 1));
    const overview = await service.overview({});
    expect(overview).toMatchObject({ customers: 40, orders: 400, withoutRate: [] });
    expect(overview.ranking.reached).toHaveLength(40);
    const page = await service.customers({}, { offset: 0, limit: 5 });
    expect(page.total).toBe(40);
    expect(page.lines[0]).toMatchObject({ valueClass: 'A', orders: 10 });
    const all = await Promise.all(
      (['A', 'B', 'C'] as const).map(
        async (valueClass) => (await service.customers({}, { valueClass, offset: 0, limit: 1 })).total,
      ),
    );
    expect(all.reduce((a, b) => a + b, 0)).toBe(40);
    const pivot = await service.pivot({}, { rows: 'month', columns: 'valueClass', measure: 'orders', months: 0 });
    expect(pivot.total).toBe(400);
    expect(pivot.rows).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
    expect(pivot.rowTotals.reduce((a, b) => a + b, 0)).toBe(400);
    const { months, year } = await service.movement({}, 7);
    expect(months).toHaveLength(7);
    expect(months.reduce((sum, one) => sum + one.new, 0)).toBe(40);
    expect(year.movement.new).toBe(40);
    const report = await service.models({});
    expect(report.simple.perYear).toBeGreaterThan(0);
    expect((await service.customers({}, { sort: 'name', text: 'c1', offset: 0, limit: 50 })).total).toBe(11);
    expect(await service.letGo({}, 'c')).toHaveLength(1);
  });
  it('no orders at all', async () => {
    const service = createValueService(book, () => Date.UTC(2026, 6, 1));
    expect(await service.overview({})).toMatchObject({ customers: 0, orders: 0, concentration: undefined });
    expect((await service.models({})).refused.bgnbd).toBe('fewRepeaters');
    expect(await service.letGo({}, 'c')).toEqual([]);
    expect((await service.pivot({}, { rows: 'year', columns: 'phase', measure: 'amount', months: 12 })).rows).toEqual(
      [],
    );
  });
});
