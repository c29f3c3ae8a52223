import type { ConsentSaid, ImportCommon } from '../../domain/import-row.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import { type Consent, consentChannels } from '../../domain/schema/privacy.ts';
import { dayStart, noonOfDay } from '../../work/due.ts';

/** What a row says of a yes or no, under its day, else that of the import; nothing was said later than now. */
const dated = ({ state, at }: ConsentSaid, now: number): Consent['email'] =>
  state && { state, at: Math.min(at ?? now, now) };

/**
 * Whether what a row says was said after what is known. Of a day without a time, as our own exports write it, nobody knows whether
 * it was before or after: a refusal counts to the end of the day, a yes only from its beginning.
 */
function isNewer({ state, at }: ConsentSaid, ours: number, now: number): boolean {
  if (at === undefined) return state === 'withdrawn';
  const moment = Math.min(at, now);
  // A day without a time is read as its noon.
  if (at !== noonOfDay(at)) return moment > ours;
  return dayStart(moment, state === 'withdrawn' ? 1 : 0) > ours;
}

/** What a row says of consent, as a new lead has it; undefined where it says nothing. In: the row's words, the time. */
export function consentOf(said: ImportCommon['consent'], now: number): Consent | undefined {
  return takenConsent(undefined, said, false, now).consent;
}

/**
 * Takes what a row says of consent over, way by way: gaps are filled, of two the newer counts, and a refusal without a day is not
 * overruled by a yes without one, nor one of a day by a yes of the same day. In: what is known, what the row says, whether the file wins, the time. Out: what becomes of it, and
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
    if (!ours || replace || isNewer(theirs, ours.at, now)) consent[channel] = next;
    else differs = true;
  }
  return { consent: Object.keys(consent).length > 0 ? consent : undefined, differs };
}
