import { i18n } from '#i18n';
import { ownKeyOf } from '../../lib/domain/flat-lead.ts';
import { phoneCell } from '../../lib/domain/normalize/phone.ts';
import { type LeadOutcome, type LeadSource, leadOutcome, standIn } from '../../lib/domain/schema/lead.ts';
import { consent, keptLonger, lawfulBasis } from '../../lib/domain/schema/privacy.ts';
import { firstPipeline, pipelineStage } from '../../lib/domain/schema/stage.ts';
import { address, phone } from '../../lib/domain/schema/value.ts';
import type { ColumnWord } from '../../lib/exchange/columns.ts';
import { walletText } from '../value/words.ts';
import { stageName } from '../work/words.ts';

/** The word for a field, the same on screen and in the header of an export. */
export const fieldWord = (field: ColumnWord): string => i18n.t(`exchange.column.${field}`);

const locale = () => i18n.t('panel.locale');

const formats = new Map<string, Intl.DateTimeFormat>();
/** Made once: that takes longer than using it a hundred times. */
function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, format);
  return format;
}

/** A day as one says it: "3 May", with the year when it is another one. In: epoch milliseconds. */
export function dayText(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = { day: 'numeric', month: 'short' } as const;
  return (sameYear ? dateFormat('day', day) : dateFormat('day of a year', { ...day, year: 'numeric' })).format(at);
}

/** Short for the edge of a row: the time today, else the day. */
export function momentText(at: number, now = Date.now()): string {
  if (new Date(at).toDateString() !== new Date(now).toDateString()) return dayText(at, now);
  return dateFormat('time', { hour: '2-digit', minute: '2-digit' }).format(at);
}

export const dayAndTime = (at: number): string =>
  dateFormat('both', { dateStyle: 'medium', timeStyle: 'short' }).format(at);

const sourceText = (source: LeadSource): string =>
  [i18n.t(`exchange.group.${source.group}`), source.name].filter(Boolean).join(' · ');

const isSource = (value: object): value is LeadSource => 'group' in value && 'name' in value;

/** "Won on 3 May · Quality". In: an outcome. */
export const outcomeText = ({ result, at, reason }: LeadOutcome): string =>
  [i18n.t(result === 'won' ? 'outcome.wonOn' : 'outcome.lostOn', [dayText(at)]), reason].filter(Boolean).join(' · ');

/** What was kept of somebody's rights, in words; undefined for any other field. */
function privacyText(field: string, value: unknown): string | undefined {
  if (field === 'lawfulBasis') {
    const { data } = lawfulBasis.safeParse(value);
    return data && [i18n.t(`privacy.bases.${data.basis}`), data.note].filter(Boolean).join(' · ');
  }
  if (field === 'keptLonger') return keptLonger.safeParse(value).data?.reason;
  if (field !== 'consent') return undefined;
  const { data = {} } = consent.safeParse(value);
  const said = (
    [
      ['email', 'privacy.consentEmail'],
      ['call', 'privacy.consentCall'],
    ] as const
  ).flatMap(([channel, word]) => {
    const state = data[channel]?.state;
    return state ? [`${i18n.t(word)}: ${i18n.t(`privacy.consentState.${state}`)}`] : [];
  });
  return said.join(', ');
}

/** Any value of a field in words, for the history. In: what the store kept. Out: text, '' for nothing. */
export function valueText(field: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return i18n.t(value ? 'own.yes' : 'own.no');
  if (field === 'outcome') {
    const outcome = leadOutcome.safeParse(value);
    return outcome.success ? outcomeText(outcome.data) : '';
  }
  if (field === 'pipelineStage') {
    const at = pipelineStage.safeParse(value);
    return at.success ? stageName(at.data.stage, firstPipeline) : '';
  }
  if (field === 'standIn') {
    const held = standIn.safeParse(value);
    return held.success ? `${held.data.name} – ${dayText(held.data.until - 1)}` : '';
  }
  if (field === 'wallet') return walletText(value);
  const privacy = privacyText(field, value);
  if (privacy !== undefined) return privacy;
  if (ownKeyOf(field) !== undefined && typeof value === 'number') return String(value);
  if (typeof value === 'number') return /At$/.test(field) ? dayAndTime(value) : String(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one) => valueText(field, one)).join(', ');
  const asPhone = phone.safeParse(value);
  if (asPhone.success) return phoneCell(asPhone.data);
  if (isSource(value)) return sourceText(value);
  const asAddress = address.safeParse(value);
  if (asAddress.success) return asAddress.data.text;
  return 'text' in value ? String(value.text) : '';
}
