import { i18n } from '#i18n';
import { presetOf } from '../../lib/exchange/presets/registry.ts';
import type { Source } from '../../lib/exchange/presets/source.ts';
import type { OutSummary } from '../hooks/use-handover.ts';
import { fieldWord } from '../leads/words.ts';

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
  barred: `${i18n.t('handover.filter.barred')}:`,
  unmatched: `${i18n.t('handover.filter.unmatched')}:`,
});

/** What stays here because the system has no place for it: "E-mail: 12, Switchboard: 3". */
export const droppedText = (dropped: OutSummary['dropped']): string =>
  dropped
    .map((one) => {
      const count = new Intl.NumberFormat(i18n.t('panel.locale')).format(one.count);
      if ('own' in one) return i18n.t('handover.droppedOf', [one.own, count]);
      const { field, phoneKind } = one;
      const word = phoneKind ? `${fieldWord(field)} (${i18n.t(`exchange.phoneKind.${phoneKind}`)})` : fieldWord(field);
      return i18n.t('handover.droppedOf', [word, count]);
    })
    .join(i18n.t('handover.droppedAnd'));

const formats: Record<string, string> = { xlsx: 'Excel', csv: 'CSV', vcard: 'vCard', jsonl: 'JSON Lines' };

/** A target by name: a system's own, or that of a format. */
export const targetName = (target: string): string => presetOf(target)?.name ?? formats[target] ?? target;
