import { foldWords } from '../../domain/normalize/fold.ts';

/** What a column of an order list can say. */
export const orderFields = [
  'number',
  'date',
  'customer',
  'email',
  'customerNumber',
  'company',
  'domain',
  'amount',
  'currency',
  'margin',
  'cost',
  'quantity',
  'discount',
  'refund',
  'status',
  'due',
  'paid',
] as const;
export type OrderField = (typeof orderFields)[number];
/** Column of each field, counted from 0; a field of no column is absent. */
export type OrderMapping = Partial<Record<OrderField, number>>;

/** Headings of programs and of people, in English, German and Chinese, folded; the first that a file has wins. */
const known: Record<OrderField, readonly string[]> = {
  number: [
    'order number',
    'order no',
    'order id',
    'order',
    'invoice number',
    'invoice no',
    'invoice id',
    'invoice',
    'number',
    'transaction id',
    'num',
    'no',
    'id',
    'bestellnummer',
    'auftragsnummer',
    'rechnungsnummer',
    'belegnummer',
    '订单号',
    '订单编号',
    '发票号',
    '单号',
  ],
  date: [
    'date',
    'order date',
    'invoice date',
    'created at',
    'created',
    'created utc',
    'created date utc',
    'date created',
    'paid at',
    'transaction date',
    'purchase date',
    'day',
    'datum',
    'bestelldatum',
    'auftragsdatum',
    'rechnungsdatum',
    'belegdatum',
    '日期',
    '下单日期',
    '下单时间',
    '订单日期',
    '创建时间',
    '开票日期',
  ],
  customer: [
    'customer',
    'customer name',
    'client',
    'name',
    'billing name',
    'buyer',
    'account',
    'account name',
    'kunde',
    'kundenname',
    '客户',
    '客户名称',
    '买家',
    '购方名称',
    'card name',
    'customer description',
    'item',
  ],
  email: [
    'email',
    'e mail',
    'customer email',
    'billing email',
    'mail',
    'email billing',
    'receipt email',
    'email address',
    'kunden e mail',
    'customer facing email',
    '邮箱',
    '电子邮件',
    '客户邮箱',
  ],
  customerNumber: [
    'customer id',
    'customer number',
    'customer no',
    'client id',
    'client number',
    'account number',
    'kundennummer',
    'kunden nr',
    'debitor',
    'debitorennummer',
    '客户编号',
    '客户号',
    '客户代码',
  ],
  company: [
    'company',
    'billing company',
    'company billing',
    'company name',
    'firma',
    'unternehmen',
    'organisation',
    'organization',
    '公司',
    '公司名称',
    '企业名称',
  ],
  domain: ['domain', 'website', 'web', 'webseite', '网站', '域名'],
  amount: [
    'amount',
    'total',
    'order total',
    'order total amount',
    'total amount',
    'revenue',
    'sales',
    'value',
    'dollar value',
    'net amount',
    'grand total',
    'sum',
    'betrag',
    'gesamtbetrag',
    'umsatz',
    'netto',
    'summe',
    'price',
    '金额',
    '总金额',
    '订单金额',
    '实付金额',
    '销售额',
    '合计',
  ],
  currency: [
    'currency',
    'order currency',
    'converted currency',
    'wahrung',
    'waehrung',
    'currency code',
    '币种',
    '货币',
  ],
  margin: ['margin', 'gross profit', 'profit', 'deckungsbeitrag', 'rohertrag', 'gewinn', '毛利', '利润'],
  cost: ['cost', 'cogs', 'cost of goods', 'wareneinsatz', 'kosten', '成本'],
  quantity: ['quantity', 'qty', 'units', 'items', 'number of cds', 'menge', 'anzahl', 'stuck', '数量', '件数'],
  discount: [
    'discount',
    'discount amount',
    'cart discount amount',
    'discount total',
    'rabatt',
    'nachlass',
    '折扣',
    '优惠',
    '优惠金额',
  ],
  refund: [
    'refunded amount',
    'amount refunded',
    'order refund amount',
    'refund',
    'refunds',
    'erstattung',
    'gutschrift',
    '退款',
    '退款金额',
  ],
  status: [
    'status',
    'financial status',
    'order status',
    'state',
    'transaction type',
    'type',
    'zustand',
    '状态',
    '订单状态',
  ],
  due: ['due date', 'due', 'due at', 'fallig', 'falligkeit', 'faellig', 'falligkeitsdatum', '到期日', '到期日期'],
  paid: [
    'paid date',
    'date paid',
    'payment date',
    'paid on',
    'bezahlt am',
    'zahlungsdatum',
    '付款日期',
    '付款时间',
    '支付时间',
  ],
};

export type OrderPreset = {
  id: 'shopify' | 'woocommerce' | 'stripe' | 'quickbooks' | 'plain';
  /** Headings that give the program away, folded. */
  signs: readonly string[];
  /** Headings that mean something else there than they seem to. */
  columns: Partial<Record<OrderField, readonly string[]>>;
};

/** Order exports of programs; a new one is an entry here. The first whose signs are all there is taken. */
export const orderPresets: readonly OrderPreset[] = [
  {
    // One line an item: the order's sums stand in its first line only. "Name" is the order's number.
    id: 'shopify',
    signs: ['financial status', 'lineitem name', 'paid at'],
    columns: {
      number: ['name'],
      date: ['created at'],
      customer: ['billing name', 'shipping name'],
      email: ['email'],
      company: ['billing company', 'shipping company'],
      amount: ['total'],
      refund: ['refunded amount'],
      discount: ['discount amount'],
      status: ['financial status'],
      paid: ['paid at'],
      quantity: ['lineitem quantity'],
    },
  },
  {
    id: 'woocommerce',
    signs: ['order number', 'order status', 'order date'],
    columns: {
      number: ['order number'],
      date: ['order date'],
      email: ['email billing', 'billing email', 'customer user email'],
      company: ['company billing', 'billing company'],
      amount: ['order total amount', 'order total'],
      refund: ['order refund amount', 'order total refunded'],
      discount: ['cart discount amount', 'discount amount'],
      status: ['order status'],
      paid: ['paid date'],
    },
  },
  {
    id: 'stripe',
    signs: ['amount refunded', 'currency'],
    columns: {
      number: ['id'],
      date: ['created date utc', 'created utc', 'created'],
      email: ['customer email', 'receipt email'],
      customer: ['customer description', 'card name'],
      customerNumber: ['customer id'],
      amount: ['amount'],
      refund: ['amount refunded'],
      status: ['status'],
    },
  },
  {
    id: 'quickbooks',
    signs: ['transaction type', 'num'],
    columns: {
      number: ['num'],
      date: ['date', 'transaction date'],
      customer: ['name', 'customer', 'customer full name'],
      amount: ['amount'],
      status: ['transaction type'],
      due: ['due date'],
    },
  },
  { id: 'plain', signs: [], columns: {} },
];

/** The program that a file is from, by its headings; `plain` where none is recognised. */
export function presetOf(heading: readonly string[]): OrderPreset {
  const folded = new Set(heading.map(foldWords));
  const found = orderPresets.find(({ signs }) => signs.length > 0 && signs.every((sign) => folded.has(sign)));
  return found ?? (orderPresets.at(-1) as OrderPreset);
}

/**
 * Where each field of an order stands. In: headings, the preset to go by. Out: columns; each is used once, fields of the preset
 * first. A list of values under a customer's name alone is enough for what needs no dates.
 */
export function guessOrderMapping(heading: readonly string[], preset: OrderPreset = presetOf(heading)): OrderMapping {
  const folded = heading.map(foldWords);
  const mapping: OrderMapping = {};
  const taken = new Set<number>();
  const take = (field: OrderField, names: readonly string[]) => {
    if (mapping[field] !== undefined) return;
    for (const name of names) {
      const column = folded.findIndex((one, at) => one === name && !taken.has(at));
      if (column < 0) continue;
      mapping[field] = column;
      taken.add(column);
      return;
    }
  };
  for (const field of orderFields) take(field, preset.columns[field] ?? []);
  for (const field of orderFields) take(field, known[field]);
  return mapping;
}
