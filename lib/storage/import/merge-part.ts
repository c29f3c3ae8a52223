import { isSameValue } from '../../domain/diff-leads.ts';
import { type FieldValue, fieldsOf } from '../../domain/draft-values.ts';
import { flattenLead, ownFieldPath, unflattenLead } from '../../domain/flat-lead.ts';
import type { ImportCommon, ImportRow } from '../../domain/import-row.ts';
import { parseName } from '../../domain/normalize/name.ts';
import type { CompanyValues, PersonValues } from '../../domain/schema/field.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { OwnValues } from '../../domain/schema/own-field.ts';
import type { Wallet } from '../../domain/schema/wallet.ts';
import { isSpelledAlike } from '../../domain/value-key.ts';
import { newestNeed, takenNeeds } from '../../domain/wallet.ts';
import { consentOf, takenConsent } from './merge-consent.ts';

/** What one row of a file says of one lead. */
export type Part = {
  /** Number of the row in the file. */
  at: number;
  kind: Lead['kind'];
  values: (PersonValues & { partial: boolean }) | CompanyValues;
  common: ImportCommon;
  own: OwnValues;
  outcome?: ImportRow['outcome'];
  stage?: ImportRow['stage'];
  need?: ImportRow['need'];
  companyId?: string;
};

/** A value of the book that the file says otherwise. */
export type Conflict = { field: string; ours: unknown; theirs: unknown };
export type Merged = { lead: Lead; conflicts: Conflict[] };

/**
 * Takes what a row says over into a lead that is there: gaps are filled, lists unite, and where both say something the
 * book's stays, or with `replace` the file's. In: lead, part, whether the file wins, the time. Out: a new lead, and what stayed.
 */
export function mergePart(lead: Lead, part: Part, replace: boolean, now: number): Merged {
  const values = flattenLead(lead);
  const conflicts: Conflict[] = [];
  const put = (field: string, theirs: unknown, alike: (ours: unknown) => boolean): void => {
    const ours = values[field];
    if (theirs === undefined || (ours !== undefined && alike(ours))) return;
    if (ours === undefined || replace) values[field] = theirs;
    if (ours !== undefined && !replace) conflicts.push({ field, ours, theirs });
  };

  const read: Record<string, unknown> = { ...part.values };
  for (const [field, { many }] of fieldsOf(lead.kind)) {
    const theirs = read[field];
    const same = (a: unknown, b: unknown) => isSpelledAlike(field, a as FieldValue, b as FieldValue, lead.kind);
    if (many) values[field] = united(values[field] as unknown[], (theirs as unknown[] | undefined) ?? [], same);
    else put(field, theirs, (ours) => same(ours, theirs));
  }
  for (const [key, value] of Object.entries(part.own))
    put(ownFieldPath(key), value, (ours) => isSameValue(ours, value));

  const { tags, note, createdAt: _createdAt, consent, lawfulBasis, ...rest } = part.common;
  values.tags = united(lead.tags, tags, (a, b) => a === b);
  for (const [field, value] of Object.entries(rest)) put(field, value, (ours) => isSameValue(ours, value));
  put('lawfulBasis', lawfulBasis, (ours) => (ours as Lead['lawfulBasis'])?.basis === lawfulBasis?.basis);
  const taken = takenConsent(lead.consent, consent, replace, now);
  if (taken.consent && !isSameValue(taken.consent, lead.consent)) values.consent = taken.consent;
  if (taken.differs) conflicts.push({ field: 'consent', ours: lead.consent, theirs: consentOf(consent, now) });
  const lines = lead.note?.split('\n') ?? [];
  if (note && !note.split('\n').every((line) => lines.includes(line)))
    values.note = lead.note ? `${note}\n${lead.note}` : note;
  if (part.outcome) {
    const { at = now, ...outcome } = part.outcome;
    const isSame = (ours: unknown) =>
      isSameValue({ ...(ours as Lead['outcome']), at: 0 }, { ...outcome, at: 0 }) &&
      (part.outcome?.at === undefined || isSameValue(ours, { ...outcome, at }));
    put('outcome', { ...outcome, at }, isSame);
  }
  // Who was never moved stands in the first stage already.
  if (part.stage && !(part.stage.isFirst && lead.pipelineStage === undefined)) {
    const stage = part.stage.id;
    put('pipelineStage', { stage, since: now }, (ours) => (ours as Lead['pipelineStage'])?.stage === stage);
  }
  if (part.need) {
    const { wallet, differs } = takenNeeds(lead.wallet, datedNeeds(lead.wallet, part.need, now), replace);
    if (wallet.length > 0) values.wallet = lead.wallet && isSameValue(wallet, lead.wallet) ? lead.wallet : wallet;
    if (differs) conflicts.push({ field: 'wallet', ours: lead.wallet, theirs: datedNeeds(undefined, part.need, now) });
  }
  if (lead.kind === 'person') {
    put('companyId', part.companyId, () => true);
    if (values.name !== lead.name) values.partial = typeof values.name === 'string' && parseName(values.name).partial;
  }
  // Built of parsed values of the same kind: what the schema would say is known.
  return { lead: unflattenLead(values) as Lead, conflicts };
}

/** What a file says of a need, under its day; without one under the day of the import, unless just that is known already. */
function datedNeeds(known: Wallet | undefined, { day, ...need }: NonNullable<Part['need']>, now: number): Wallet {
  const last = newestNeed(known);
  if (day === undefined && last && last.amount === need.amount && last.currency === need.currency) return [];
  return [{ ...need, day: day ?? Math.floor(now / 86_400_000) }];
}

/** The list that was, with what is new; the very list where nothing is. */
function united<T>(ours: T[], theirs: T[], same: (a: T, b: T) => boolean): T[] {
  const fresh: T[] = [];
  for (const value of theirs) if (![...ours, ...fresh].some((one) => same(one, value))) fresh.push(value);
  return fresh.length > 0 ? [...ours, ...fresh] : ours;
}

/**
 * The lead that a row makes where there is none. What has no date counts as known from its first day: that is the file's, at
 * the latest just before the outcome, so that what is learned from it later is not taken for an afterthought.
 */
export function leadOfPart(part: Part, id: string, now: number): Lead {
  const { createdAt, tags, consent: said, ...common } = part.common;
  const consent = consentOf(said, now);
  const outcome = part.outcome && { ...part.outcome, at: Math.min(part.outcome.at ?? now, now) };
  const since = Math.min(createdAt ?? now, now, outcome ? outcome.at - 1 : now);
  return {
    kind: part.kind,
    id,
    ...part.values,
    ...common,
    ...(consent && { consent }),
    tags,
    ...(Object.keys(part.own).length > 0 && { own: part.own }),
    ...(outcome && { outcome }),
    ...(part.stage && !part.stage.isFirst && { pipelineStage: { stage: part.stage.id, since: now } }),
    ...(part.need && { wallet: datedNeeds(undefined, part.need, now) }),
    ...(part.companyId && { companyId: part.companyId }),
    createdAt: since,
    updatedAt: now,
  } as Lead;
}
