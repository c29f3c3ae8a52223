import type { Lead, LeadSourceGroup } from '../domain/schema/lead.ts';

export type LeadFilter = {
  list?: string;
  tag?: string;
  sourceGroup?: LeadSourceGroup;
  owner?: string;
  hasPhone?: boolean;
  hasEmail?: boolean;
};
export type LeadSort = { by: 'updatedAt' | 'createdAt' | 'name' | 'company'; descending: boolean };
export type LeadQuery = {
  kind: Lead['kind'];
  text: string;
  filter?: LeadFilter;
  sort: LeadSort;
  offset: number;
  limit: number;
};
export type LeadPage = { rows: Lead[]; total: number; tookMs: number };
export type Facet = { value: string; count: number };
export type Facets = { lists: Facet[]; tags: Facet[]; owners: Facet[]; sourceGroups: Facet[] };
