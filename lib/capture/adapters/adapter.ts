import type { Page } from '../lines.ts';
import type { SubjectSet } from '../subjects.ts';
import type { AdapterId } from './hosts.ts';

/** What a page of a known site is. */
export type AdapterKind = 'profile' | 'company' | 'people' | 'companies' | 'register' | 'place';

/** Lines of the outline, the last included. */
export type Range = { from: number; to: number };

/** What an adapter says of a page: whom it shows, and which lines are about nobody to reach (menus, advertisements, "people also viewed"). */
export type Finding = SubjectSet & { notLeads: Range[] };

export type CollectOptions = {
  kind: AdapterKind;
  /** Country to assume for numbers without a code (ISO). */
  country?: string | undefined;
};

/**
 * A reader for one site, working on the outline of the visible page alone: no document, no click, no request. It goes by what
 * stays when a site is redrawn (shapes of links, headings, labels in several languages), never by class names alone.
 */
export type SiteAdapter = {
  /** File name, fixture folder, and `adapter:ID` in provenance. */
  id: AdapterId;
  /** The site's name: on its own pages it is the frame, not a lead. */
  site: string;
  matches: readonly string[];
  /** What the page is, by its address first; null for pages that this adapter has nothing to say about. */
  detect(page: Page): AdapterKind | null;
  collect(page: Page, options: CollectOptions): Finding;
};
