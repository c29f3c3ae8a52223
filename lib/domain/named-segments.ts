/** The eleven names of what recency, frequency and money tell together. */
export const namedSegments = [
  'champions',
  'loyal',
  'potentialLoyalist',
  'new',
  'promising',
  'needsAttention',
  'aboutToSleep',
  'atRisk',
  'cantLose',
  'hibernating',
  'lost',
] as const;
export type NamedSegment = (typeof namedSegments)[number];
