import { i18n } from '#i18n';
import { presetOf } from '../../lib/exchange/presets/registry.ts';
import type { Source } from '../../lib/exchange/presets/source.ts';

const named = [
  'name',
  'givenName',
  'familyName',
  'companyName',
  'companyDomain',
  'email',
  'workPhone',
  'mobile',
  'id',
] as const;

/** What a row lacks, in words. In: the source. */
export function sourceWord(source: Source): string {
  const known = named.find((one) => one === source);
  return i18n.t(`handover.source.${known ?? 'other'}`);
}

/** The words of a file of rows that were left out: why, and what was lacking. */
export const lacksWords = (): Record<string, string> => ({
  ...Object.fromEntries(named.map((source) => [source, sourceWord(source)])),
  other: i18n.t('handover.source.other'),
  refused: `${i18n.t('handover.filter.refused')}:`,
  unmatched: `${i18n.t('handover.filter.unmatched')}:`,
});

const formats: Record<string, string> = { xlsx: 'Excel', csv: 'CSV', vcard: 'vCard', jsonl: 'JSON Lines' };

/** A target by name: a system's own, or that of a format. */
export const targetName = (target: string): string => presetOf(target)?.name ?? formats[target] ?? target;
