import type { ReferencePurpose } from './schema/handover.ts';
import type { Lead } from './schema/lead.ts';

/** A field of a known lead that the page says otherwise. `ours` is absent where the book knows nothing yet. */
export type Difference = { field: string; ours: unknown; read: unknown };

/**
 * Why a lead may be the same as a draft. sameFirm: the firm's name alone, the place of one of them unknown;
 * sameContact: an address, number, profile or domain is the same, but the names do not agree or it is on several leads.
 */
export type MaybeReason = 'nameAndDomain' | 'nameAndFirm' | 'firmAndPlace' | 'sameFirm' | 'sameContact';
export type Maybe = { lead: Lead; reason: MaybeReason };

/** What a list for checking says of somebody: its name and source, what it is of, whose they are and how they stand there. */
export type ListedAs = { name: string; purpose: ReferencePurpose; source: string; owner?: string; status?: string };

/** How a draft stands to the book. `check` is put before the user as "same as …?" and never merged silently. */
export type DraftStanding = {
  draftId: string;
  state: 'new' | 'known' | 'differs' | 'check';
  /** The lead it surely is (known, differs). */
  lead?: Lead;
  /** When that lead came into the book. */
  since?: number;
  differences: Difference[];
  maybe: Maybe[];
  /** What lists for checking say: "in HubSpot: Anna's, customer". Absent where they say nothing. */
  listed?: ListedAs[];
};
