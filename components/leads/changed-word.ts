import { i18n } from '#i18n';
import { ownKeyOf } from '../../lib/domain/flat-lead.ts';
import { companyFields, personFields } from '../../lib/domain/schema/field.ts';
import type { ColumnWord } from '../../lib/exchange/columns.ts';
import type { OwnFieldDefinition } from '../hooks/use-own-fields.ts';
import { fieldWord } from './words.ts';

const keptWords: Record<string, ColumnWord> = {
  list: 'list',
  leadSource: 'howWeMet',
  tags: 'tags',
  owner: 'owner',
  nextStep: 'nextStep',
  note: 'note',
  outcome: 'outcome',
  wallet: 'wholeNeed',
  pipelineStage: 'stage',
};

const privacyWords = {
  lawfulBasis: 'privacy.basis',
  consent: 'privacy.consent',
  keptLonger: 'privacy.keptField',
  noticedAt: 'privacy.noticedField',
} as const;

/** The word for a changed field; what has none (ids, flags) is not told. */
export function changedWord(field: string, own: readonly OwnFieldDefinition[]): string | undefined {
  const key = ownKeyOf(field);
  if (key !== undefined) return own.find((one) => one.key === key)?.name ?? key;
  if (field === 'doNotContact') return i18n.t('leads.doNotContact');
  if (field === 'capability') return i18n.t('match.capability');
  if (field in privacyWords) return i18n.t(privacyWords[field as keyof typeof privacyWords]);
  if (field === 'standIn') return i18n.t('work.handOver.title');
  if (field in personFields || field in companyFields) return fieldWord(field as ColumnWord);
  const kept = keptWords[field];
  return kept && fieldWord(kept);
}
