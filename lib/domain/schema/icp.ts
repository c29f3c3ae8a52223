import { z } from 'zod';
import { ownFieldDefinition } from './own-field.ts';

/** The format that is written. A file that says a higher number was made by a newer Leadlight and is left alone. */
export const icpVersion = 1;

const id = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'letters, digits, dot, dash and underscore only');
const label = z.string().min(1).max(200);
/** Whole points, so that the lines of a score add up to the digit. */
const points = z.int().min(-1000).max(1000);
const days = z.number().positive().max(36_500);

export const fieldOperators = [
  'is',
  'in',
  'contains',
  'starts',
  'ends',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'before',
  'after',
  'within',
  'older',
  'atLeast',
  'known',
  'missing',
] as const;
export type FieldOperator = (typeof fieldOperators)[number];

const scalar = z.union([z.string().max(500), z.number(), z.boolean()]);
/** One question to one field: `company.employees between [50, 500]`. */
export const fieldTest = z.strictObject({
  field: z.string().min(1).max(120),
  op: z.enum(fieldOperators),
  value: z.union([scalar, z.array(z.union([z.string().max(500), z.number()])).max(300)]).optional(),
});
export type FieldTest = z.infer<typeof fieldTest>;

/** Questions joined by all, any and not; `named` stands for a condition that the profile defines once. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { named: string }
  | FieldTest;
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).max(100) }),
    z.strictObject({ any: z.array(condition).max(100) }),
    z.strictObject({ not: condition }),
    z.strictObject({ named: id }),
    fieldTest,
  ]),
);

/** How an event loses its worth: not at all, all at once after some days, by a share of the full points each month, by half. */
export const decay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('window'), days }),
  z.strictObject({ kind: z.literal('linear'), percentPerMonth: z.number().positive().max(100) }),
  z.strictObject({ kind: z.literal('halfLife'), days }),
]);
export type Decay = z.infer<typeof decay>;

export const icpRule = z.discriminatedUnion('kind', [
  /** Points, plus or minus, where the condition holds. */
  z.strictObject({ kind: z.literal('points'), id, name: label, when: condition, points }),
  /** Several steps of which only the best one that holds counts. */
  z.strictObject({
    kind: z.literal('tiers'),
    id,
    name: label,
    tiers: z
      .array(z.strictObject({ when: condition, points }))
      .min(1)
      .max(30),
  }),
  /** Disqualifies, whatever the points. */
  z.strictObject({ kind: z.literal('gate'), id, name: label, when: condition }),
  /** Points for each event of these kinds (any kind where none is named), the most valuable `most` of them. */
  z.strictObject({
    kind: z.literal('event'),
    id,
    name: label,
    events: z.array(z.string().min(1).max(40)).max(20).default([]),
    points,
    decay: decay.default({ kind: 'none' }),
    most: z.int().positive().max(1000).optional(),
  }),
]);
export type IcpRule = z.infer<typeof icpRule>;

export const icpGroup = z.strictObject({
  id,
  name: label,
  axis: z.enum(['fit', 'engagement']).default('fit'),
  min: points.optional(),
  max: points.optional(),
  rules: z.array(icpRule).max(300),
});
export type IcpGroup = z.infer<typeof icpGroup>;

const cut = z.number().min(0).max(200);
/** An ideal-customer profile: what a good customer looks like, in rules with points. */
export const icpProfile = z.strictObject({
  version: z.literal(icpVersion),
  id,
  name: label,
  /** Counts up with each publishing. */
  revision: z.int().nonnegative().default(0),
  /** Weight of engagement beside fit; no weight before the first interaction. */
  w: z.number().min(0).max(2).default(0.5),
  /** Least fit + w · engagement for each tier; below C it is D. */
  cuts: z.strictObject({ A: cut, B: cut, C: cut }).default({ A: 70, B: 50, C: 30 }),
  /** Bands of the grid A1…C3: least value of the first and of the second band. */
  bands: z
    .strictObject({ fit: z.tuple([cut, cut]), engagement: z.tuple([cut, cut]) })
    .default({ fit: [70, 40], engagement: [60, 30] }),
  /** Share of the facts asked for that must be known before a tier is given. */
  coverage: z.number().min(0).max(1).default(0.4),
  fields: z.array(ownFieldDefinition).max(200).default([]),
  definitions: z.record(id, condition).default({}),
  groups: z.array(icpGroup).min(1).max(60),
});
export type IcpProfile = z.infer<typeof icpProfile>;

export type Tier = 'A' | 'B' | 'C' | 'D' | '?';
