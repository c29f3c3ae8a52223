import type { Tier } from '../domain/schema/icp.ts';
import type { Lead, LeadSourceGroup } from '../domain/schema/lead.ts';
import type { ScoreBrief } from './scores.ts';

export type LeadFilter = {
  list?: string;
  tag?: string;
  sourceGroup?: LeadSourceGroup;
  owner?: string;
  hasPhone?: boolean;
  hasEmail?: boolean;
  /** Any of these. */
  tier?: Tier[];
  /** Its own outcome, a person's also their company's. */
  outcome?: 'open' | 'won' | 'lost';
};
/** By tier, descending: A to D, the higher total first, then those of which too little is known, excluded ones last. */
export type LeadSort = { by: 'updatedAt' | 'createdAt' | 'name' | 'company' | 'tier'; descending: boolean };
export type LeadQuery = {
  kind: Lead['kind'];
  text: string;
  filter?: LeadFilter;
  sort: LeadSort;
  offset: number;
  limit: number;
};
export type LeadPage = {
  rows: Lead[];
  /** Scores of the rows by their ids. */
  briefs: Map<string, ScoreBrief>;
  total: number;
  tookMs: number;
};
export type Facet = { value: string; count: number };
export type Facets = {
  lists: Facet[];
  tags: Facet[];
  owners: Facet[];
  sourceGroups: Facet[];
  tiers: Facet[];
  outcomes: Facet[];
  reasons: Facet[];
};
