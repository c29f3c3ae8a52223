import type { Tier } from '../domain/schema/icp.ts';

/** What a customer is worth, from their orders: the class, and the segment where the method fits. */
export type SenderValue = { valueClass: 'A' | 'B' | 'C'; segment?: string };

/** What the book says of somebody in a mailbox. */
export type Sender =
  | { is: 'none' }
  | { is: 'stranger' }
  /** Nobody with this address, but others of the firm: how many, and the firm itself where it is kept. */
  | {
      is: 'firm';
      domain: string;
      people: number;
      company?: { id: string; name: string };
      tier?: Tier;
      customer: boolean;
      value?: SenderValue;
    }
  | { is: 'known'; leadId: string; name: string; tier: Tier; customer: boolean; value?: SenderValue }
  /** A recipient who must not be contacted, or whose firm must not. */
  | { is: 'barred'; leadId?: string; name: string }
  /** A recipient whom the user erased: known by a hash alone, since when. */
  | { is: 'erased'; address: string; at: number }
  /** A recipient whose domain could be taken for a known one. */
  | { is: 'lookAlike'; domain: string; like: string };

/** The part of a score that a card tells. */
type Brief = {
  tier: Tier;
  known: number;
  asked: number;
  reasons: { rule: string; name: string; points: number }[];
  gates: { rule: string; name: string }[];
};

/** What a card tells of somebody in a mailbox, beside what the chip shows. */
export type SenderFacts = {
  sender: Sender;
  address: string;
  /** As the mail calls them. */
  saidName: string;
  name?: string;
  jobTitle?: string;
  companyName?: string;
  brief?: Brief;
  /** The last dated touch. */
  lastTouchAt?: number;
  nextStep?: string;
  /** When that is due, and whether it has a time. */
  nextDue?: { dueAt: number; timed: boolean };
  /** Where the work with them stands: the stage's id, and the name that the user gave it. */
  stage?: { id: string; name: string };
};
