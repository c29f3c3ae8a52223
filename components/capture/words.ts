import { i18n } from '#i18n';
import type { LeadSourceGroup } from '../../lib/domain/schema/lead.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import type { BookFailure } from '../hooks/use-book.ts';
import type { FieldName, FieldValue } from './draft-values.ts';
import type { RowState } from './row-state.ts';

const locale = () => i18n.t('panel.locale');

/** "today", "3 May", with the year where it is not this one. */
export function dayWord(at: number, now: number = Date.now()): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) {
    return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(0, 'day');
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}

/** "3 May, 14:05". */
export const timeWord = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);

export const numberWord = (value: number): string => new Intl.NumberFormat(locale()).format(value);

export const fieldWord = (field: FieldName, kind: 'person' | 'company' = 'company'): string =>
  kind === 'person' && field === 'name' ? i18n.t('capture.personName') : i18n.t(`capture.field.${field}`);

/** The field's name beside one of its values: a phone says its kind. */
export function valueLabel(field: FieldName, value: FieldValue, kind: 'person' | 'company'): string {
  if (field !== 'phones' || typeof value !== 'object' || !('kind' in value)) return fieldWord(field, kind);
  return value.kind === 'work' || value.kind === 'other'
    ? fieldWord('phones')
    : i18n.t(`capture.phoneKind.${value.kind}`);
}

const detectors = [
  'jsonld',
  'microdata',
  'rdfa',
  'microformats',
  'meta',
  'vcard',
  'link',
  'text',
  'user',
  'mail',
] as const;

/** A detector in plain words: `text-phone` is visible text, `adapter:…` and what is not known is "page". */
export function detectorWord(detector: string): string {
  const known = detectors.find((name) => detector === name || detector.startsWith(`${name}-`));
  return i18n.t(`capture.detector.${known ?? 'other'}`);
}

/** "visible text · 21 Nov, 22:50". */
export const placeWord = (place: Provenance): string =>
  i18n.t('capture.read.by', [detectorWord(place.detector), timeWord(place.at)]);

export const sourceWord = (group: LeadSourceGroup): string => i18n.t(`capture.source.${group}`);

/** What went wrong with the book, and what helps. */
export const failureWord = ({ code, detail }: BookFailure): string => i18n.t(`capture.failure.${code}`, [detail]);

/** A field's name within a sentence: "phone differs", but "VAT ID differs". */
const fieldWithin = (field: string) => {
  const word = fieldWord(field as FieldName);
  return /^[A-Z][^A-Z]*$/.test(word) ? word.toLowerCase() : word;
};

/** A row's state in words, for its right side and for screen readers. */
export function stateWord(state: RowState): string {
  switch (state.is) {
    case 'yours':
      return state.since === undefined
        ? i18n.t('capture.state.yours')
        : i18n.t('capture.state.yoursSince', [dayWord(state.since)]);
    case 'differs':
      if (state.adds) {
        return state.count > 1
          ? i18n.t('capture.state.addsMore', [String(state.count)])
          : i18n.t('capture.state.adds', [fieldWithin(state.field)]);
      }
      return state.count > 1
        ? i18n.t('capture.state.differsMore', [String(state.count)])
        : i18n.t('capture.state.differs', [fieldWithin(state.field)]);
    default:
      return i18n.t(`capture.state.${state.is}`);
  }
}
