import type { ImportRow } from '../../domain/import-row.ts';
import { momentOf } from '../../domain/own-values.ts';
import { type WholeNeed, wholeNeed } from '../../domain/schema/wallet.ts';
import { currencyOf, dayReader, moneyOf } from '../orders/read-orders.ts';
import type { Mapping } from './guess.ts';
import { readBasis, readConsent, readConsentDay, readOptOut } from './read-consent.ts';
import type { ColumnMapping, LeadTarget } from './targets.ts';
import { leadSourceOf } from './words.ts';

/** What is read of a row beside the fields of its person and company. */
export type KeptReading = {
  row: ImportRow;
  outcome: { result?: 'won' | 'lost'; at?: number; reason?: string };
  need: Partial<WholeNeed>;
  /** Where everybody stands who was never moved. */
  firstStage: string | undefined;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Adds what a list does not have yet. Out: whether there was anything to add. */
export function addAll(list: string[], values: string[]): boolean {
  for (const value of values) if (value && !list.includes(value)) list.push(value);
  return true;
}

type NeedTarget = Extract<LeadTarget, `wholeNeed${string}`>;
const isNeed = (field: LeadTarget): field is NeedTarget => field.startsWith('wholeNeed');

/** Puts a cell of what they buy in all where it goes. Out: false where it is no sum, no day or no currency. */
function readNeed(
  need: Partial<WholeNeed>,
  field: NeedTarget,
  cell: string,
  { decimal, order }: Mapping['spelling'],
): boolean {
  if (field === 'wholeNeedFrom') {
    need.from = cell.slice(0, 200);
    return true;
  }
  if (field === 'wholeNeedAt') {
    const day = dayReader(order)(cell);
    const parsed = wholeNeed.shape.day.safeParse(day);
    if (parsed.success) need.day = parsed.data;
    return parsed.success;
  }
  const code = wholeNeed.shape.currency.safeParse(currencyOf(field === 'wholeNeedCurrency' ? cell : '', cell));
  if (code.success && code.data !== '') need.currency = code.data;
  if (field === 'wholeNeedCurrency') return code.success && code.data !== '';
  const amount = wholeNeed.shape.amount.safeParse(Math.round(moneyOf(cell, decimal) * 100));
  if (amount.success) need.amount = amount.data;
  return amount.success;
}

/** Puts a cell of what is kept of every lead where it goes. In: what was read of the row so far, the target, the cell, its column, how cells are written. Out: false where it cannot be read as what the column is. */
export function readKept(
  reading: KeptReading,
  field: LeadTarget,
  cell: string,
  mapping: ColumnMapping,
  spelling: Mapping['spelling'],
): boolean {
  if (isNeed(field)) return readNeed(reading.need, field, cell, spelling);
  const { common } = reading.row;
  const moment = () => momentOf(cell, spelling.order);
  switch (field) {
    case 'list':
      common.list = cell;
      return true;
    case 'owner':
      common.owner = cell;
      return true;
    case 'note':
      common.note = common.note ? `${common.note}\n${cell}` : cell;
      return true;
    case 'tags':
      return addAll(common.tags, cell.replace(/^\* /, '').split(/\s*(?:[,;，；、]|:::)\s*(?:\* )?/));
    case 'howWeMet':
      common.leadSource = leadSourceOf(cell);
      return true;
    case 'nextStep':
      common.nextStep = { ...common.nextStep, text: cell };
      return true;
    case 'nextStepDue': {
      const dueAt = moment();
      if (dueAt !== undefined) common.nextStep = { text: common.nextStep?.text ?? '', dueAt };
      return dueAt !== undefined;
    }
    case 'createdAt': {
      const at = moment();
      if (at !== undefined) common.createdAt = at;
      return at !== undefined;
    }
    case 'outcome': {
      const meant = mapping.outcomes?.[cell];
      if (meant === 'won' || meant === 'lost') reading.outcome.result = meant;
      return meant !== undefined;
    }
    case 'stage': {
      const meant = mapping.stages?.[cell];
      if (meant === 'won' || meant === 'lost') reading.outcome.result ??= meant;
      else if (meant) reading.row.stage = { id: meant, isFirst: meant === reading.firstStage };
      return meant !== undefined;
    }
    case 'outcomeAt': {
      const at = moment();
      if (at !== undefined) reading.outcome.at = at;
      return at !== undefined;
    }
    case 'outcomeReason':
      reading.outcome.reason = cell;
      return true;
    case 'doNotContact':
      return readOptOut(common, undefined, cell);
    case 'optOutEmail':
      return readOptOut(common, 'email', cell);
    case 'optOutCall':
      return readOptOut(common, 'call', cell);
    case 'consentEmail':
      return readConsent(common, 'email', cell);
    case 'consentCall':
      return readConsent(common, 'call', cell);
    case 'consentEmailAt':
      return readConsentDay(common, 'email', moment());
    case 'consentCallAt':
      return readConsentDay(common, 'call', moment());
    case 'lawfulBasis':
      return readBasis(common, cell);
    case 'id':
      if (uuid.test(cell)) reading.row.id = cell.toLowerCase();
      return uuid.test(cell);
  }
}
