import type { ConsentSaid, ImportCommon } from '../../domain/import-row.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import { type Consent, consentChannels } from '../../domain/schema/privacy.ts';

/** What a row says of a yes or no, under its day, else that of the import. */
const dated = ({ state, at }: ConsentSaid, now: number): Consent['email'] => state && { state, at: at ?? now };

/** What a row says of consent, as a new lead has it; undefined where it says nothing. In: the row's words, the time. */
export function consentOf(said: ImportCommon['consent'], now: number): Consent | undefined {
  return takenConsent(undefined, said, false, now).consent;
}

/**
 * Takes what a row says of consent over, way by way: gaps are filled, of two the newer counts, and a refusal without a day is not
 * overruled by a yes without one. In: what is known, what the row says, whether the file wins, the time. Out: what becomes of it, and
 * whether the book's stays against the file's.
 */
export function takenConsent(
  known: Lead['consent'],
  said: ImportCommon['consent'],
  replace: boolean,
  now: number,
): { consent: Consent | undefined; differs: boolean } {
  const consent: Consent = { ...known };
  let differs = false;
  for (const channel of consentChannels) {
    const theirs = said?.[channel];
    const next = theirs && dated(theirs, now);
    const ours = known?.[channel];
    if (!next || ours?.state === next.state) continue;
    const isNewer = theirs?.at === undefined ? next.state === 'withdrawn' : theirs.at > (ours?.at ?? 0);
    if (!ours || replace || isNewer) consent[channel] = next;
    else differs = true;
  }
  return { consent: Object.keys(consent).length > 0 ? consent : undefined, differs };
}
