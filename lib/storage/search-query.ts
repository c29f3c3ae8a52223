import type { Lead } from '../domain/schema/lead.ts';
import type { LeadFilter, LeadSort } from '../domain/schema/view.ts';
import type { ScoreBrief } from './scores.ts';

export type { LeadFilter, LeadSort };
/** What is looked for, in which order. The first of several sorts counts most; a group comes before all of them. */
export type LeadSelection = {
  kind: Lead['kind'];
  text: string;
  filter?: LeadFilter;
  sort: LeadSort | readonly LeadSort[];
  /** Only who stands for themselves: companies, and people whose company the book does not have. */
  heads?: boolean | undefined;
  /** From the outermost group inwards. */
  groupBy?: readonly string[] | undefined;
};
export type LeadQuery = LeadSelection & { offset: number; limit: number };
/** Asks for all who stand for themselves. In: of which kind. */
export const headsOf = (kind: Lead['kind']): Pick<LeadSelection, 'kind' | 'text' | 'heads'> => ({
  kind,
  text: '',
  heads: true,
});
export type LeadPage = {
  rows: Lead[];
  /** Scores of the rows by their ids. */
  briefs: Map<string, ScoreBrief>;
  total: number;
  tookMs: number;
};

/** What a table shows of a row beside its fields, where it is worked out or its company's: by the column. */
export type RowKeys = Record<string, string | number>;
/** Leads that share a value; where there are several to group by, with the groups in it. */
export type LeadGroup = { value: string; count: number; groups?: LeadGroup[] };
export type TablePage = {
  rows: Lead[];
  /** In the order of the rows. */
  keys: RowKeys[];
  total: number;
  /** In their order, only where the query groups and begins at the top. */
  groups?: LeadGroup[];
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
