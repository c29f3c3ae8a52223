import type { Lead } from '../domain/schema/lead.ts';

/** Who looks after a lead at a moment: the stand-in until their last day is over, else the owner; nobody where neither is said. */
export function ownerOf({ owner, standIn }: Pick<Lead, 'owner' | 'standIn'>, now: number): string | undefined {
  return standIn && standIn.since <= now && now < standIn.until ? standIn.name : owner;
}
