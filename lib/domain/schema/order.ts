import { z } from 'zod';

/** By what a customer of an order list was found among people and companies. `name` alone is only offered. */
const matchedBy = z.enum(['email', 'number', 'domain', 'company', 'name', 'user']);

/** Somebody who ordered, as order lists name them. The only place where orders are tied to a name: without it they are anonymous. */
export const orderCustomer = z.object({
  id: z.int().positive(),
  /** The same customer in every list: by number, address, domain or name. */
  key: z.string(),
  name: z.string(),
  email: z.string().optional(),
  number: z.string().optional(),
  company: z.string().optional(),
  domain: z.string().optional(),
  leadId: z.string().optional(),
  by: matchedBy.optional(),
  /** Found by name alone: to be looked at before it counts. */
  maybe: z.string().optional(),
  /** The user said that it is nobody of theirs, or who it is: no later import changes that. */
  settled: z.boolean().optional(),
  /** The import that brought them first. */
  batch: z.string(),
});
export type OrderCustomer = z.infer<typeof orderCustomer>;

/** One import of orders. Its blocks count from when it is published. */
export const orderBatch = z.object({
  id: z.string(),
  at: z.number(),
  file: z.string(),
  /** Codes of the sums; '' for a list without a currency. Blocks name them by place. */
  currencies: z.array(z.string()),
  orders: z.int(),
  customers: z.int(),
  /** First and last day, in whole days since 1970; absent where no order has a day. */
  fromDay: z.int().optional(),
  toDay: z.int().optional(),
  /** What else the list said of its orders. */
  has: z.object({ margin: z.boolean(), quantity: z.boolean(), discount: z.boolean(), invoices: z.boolean() }),
  published: z.boolean(),
  undoneAt: z.number().optional(),
});
export type OrderBatch = z.infer<typeof orderBatch>;

/** Orders in columns, each as the bytes of a typed array: a million orders are some twenty rows. */
export type OrderBlock = {
  batch: string;
  seq: number;
  count: number;
  /** `customer` Uint32, `day`, `due`, `paid` Int32, `amount`, `margin`, `quantity` Float64, `currency`, `discounted` Uint8, `digest` Float64. */
  columns: Record<string, Uint8Array>;
};

export const valueClass = z.enum(['A', 'B', 'C']);

export const phases = z.enum(['potential', 'growing', 'mature', 'declining', 'lost']);

/** What a customer of the book is worth, worked out from the orders: a cache, always to be made again. */
export const customerValue = z.object({
  leadId: z.string(),
  valueClass: valueClass.optional(),
  segment: z.string().optional(),
  phase: phases.optional(),
  orders: z.number(),
  /** In the base currency. */
  amount: z.number(),
  currency: z.string(),
  lastDay: z.int().optional(),
  chanceAlive: z.number().optional(),
  /** Worth of the next twelve months by the model, in the base currency. */
  lifetime: z.number().optional(),
  /** What of that stays as margin, where margins are known. */
  lifetimeMargin: z.number().optional(),
  /** Won value of those whom this customer introduced. */
  network: z.number().optional(),
  /** Sales of the last 365 days, what they buy in all in a year, our share of that (0–1), and what they buy elsewhere. */
  year: z.number().optional(),
  need: z.number().optional(),
  share: z.number().optional(),
  potential: z.number().optional(),
  /** Why their volume falls. */
  fall: z.enum(['elsewhere', 'market', 'unknown']).optional(),
  at: z.number(),
});
export type CustomerValue = z.infer<typeof customerValue>;

/** What a pivot can be over: times of the orders, what customers are, what the book has of them. */
export const pivotAxes = [
  'year',
  'quarter',
  'month',
  'valueClass',
  'segment',
  'phase',
  'share',
  'customer',
  'source',
  'owner',
  'list',
  'industry',
  'country',
] as const;
export type PivotAxis = (typeof pivotAxes)[number];

/** Rising values, each once. */
const cutList = z
  .array(z.number())
  .min(1)
  .max(8)
  .refine((cuts) => cuts.every((cut, at) => at === 0 || cut > (cuts[at - 1] as number)));

/** How money and classes are reckoned, as the user set it. */
export const valueSettings = z.strictObject({
  /** Currency in which sums are compared; '' until a list names one. */
  base: z.string().max(3).default(''),
  /** One unit of a currency in units of the base. */
  rates: z.record(z.string(), z.number().positive()).default({}),
  cuts: z
    .strictObject({ a: z.number().min(0.01).max(0.99), b: z.number().min(0.01).max(1) })
    .default({ a: 0.65, b: 0.85 }),
  policy: z.enum(['recommended', 'down', 'downTogether', 'up']).default('recommended'),
  by: z.enum(['amount', 'margin', 'orders']).default('amount'),
  /** Months to look back for classes; 0: all orders. */
  months: z.int().min(0).max(600).default(0),
  parts: z.union([z.literal(3), z.literal(4), z.literal(5)]).default(5),
  /** Cuts of the user's own in place of equal parts: the greatest value of each score but the last. */
  fixed: z.strictObject({ recency: cutList, frequency: cutList, money: cutList }).nullable().default(null),
  money: z.enum(['amount', 'mean', 'quantity', 'margin']).default('amount'),
  /** Share of a sum that stays, for orders without a margin of their own: for lifetime values in margin. `null`: not said. */
  marginRate: z.number().min(0).max(1).nullable().default(null),
  /** What a year's wait takes off money. */
  yearlyRate: z.number().min(0).max(1).default(0.1),
  /** What winning customers cost, by how we met (group of the source): money in the base currency. */
  acquisition: z.record(z.string(), z.number().min(0)).default({}),
});
export type ValueSettings = z.infer<typeof valueSettings>;

/** Pivots of the insights page, kept by name. */
export const pivotViews = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(60),
      rows: z.enum(pivotAxes),
      columns: z.enum(pivotAxes),
      measure: z.enum(['amount', 'orders', 'customers', 'mean', 'margin', 'need', 'potential']),
      months: z.int().min(0).max(600),
    }),
  )
  .max(100);
