import { z } from 'zod';
import { condition, icpProfile } from './icp.ts';

/** What a customer would bring, and what they would cost: the five parts of their attractiveness. */
export const attractions = ['purchases', 'growth', 'intangible', 'cost', 'risk'] as const;
export type Attraction = (typeof attractions)[number];
/** What is needed to serve a customer: the five parts of our own capability. */
export const capabilities = ['technology', 'people', 'money', 'goods', 'management'] as const;
export type Capability = (typeof capabilities)[number];

const weight = z.int().min(0).max(5);
const level = z.number().min(0).max(100);
/** How well we could serve, 0–100 for each part; what is absent was not said. */
export const capabilityLevels = z.strictObject({
  technology: level.optional(),
  people: level.optional(),
  money: level.optional(),
  goods: level.optional(),
  management: level.optional(),
});
export type CapabilityLevels = z.infer<typeof capabilityLevels>;

const change = z.number().min(-100).max(100);
const adjustment = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().max(200).default(''),
  /** For whom: a region, a product, whatever rules can ask. */
  when: condition,
  by: z.strictObject({
    technology: change.optional(),
    people: change.optional(),
    money: change.optional(),
    goods: change.optional(),
    management: change.optional(),
  }),
});
export type CapabilityAdjustment = z.infer<typeof adjustment>;

/** How companies and we are matched both ways. Attractiveness comes from rules; capability is said once for us. */
export const matchingSetup = z.strictObject({
  version: z.literal(1),
  weights: z
    .strictObject({ purchases: weight, growth: weight, intangible: weight, cost: weight, risk: weight })
    .default({ purchases: 3, growth: 2, intangible: 1, cost: 2, risk: 4 }),
  /** A group for each of `attractions`, by that id; the points of its rules make 0–100. */
  rules: icpProfile,
  capability: z
    .strictObject({ levels: capabilityLevels, adjustments: z.array(adjustment).max(100) })
    .default({ levels: {}, adjustments: [] }),
  /** Where "attractive" and "within our means" begin. */
  cuts: z.strictObject({ attractiveness: level, capability: level }).default({ attractiveness: 50, capability: 50 }),
});
export type MatchingSetup = z.infer<typeof matchingSetup>;
