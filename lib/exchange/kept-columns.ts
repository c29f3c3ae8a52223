import { outcomeOf } from '../domain/outcome.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { ConsentChannel } from '../domain/schema/privacy.ts';
import { newestNeed } from '../domain/wallet.ts';
import type { ExportRow, ValueWords } from './columns.ts';
import { isoDay } from './iso-day.ts';

/** What is kept of every lead beside its fields. */
export const keptColumns = [
  'list',
  'howWeMet',
  'tags',
  'owner',
  'nextStep',
  'nextStepDue',
  'note',
  'createdAt',
  'updatedAt',
  'outcome',
  'outcomeAt',
  'outcomeReason',
  // Behind the outcome: read back, a column called so would else be taken for it.
  'stage',
  'wholeNeed',
  'wholeNeedCurrency',
  'wholeNeedAt',
  'wholeNeedFrom',
  'doNotContact',
  'consentEmail',
  'consentEmailAt',
  'consentCall',
  'consentCallAt',
  'lawfulBasis',
  'id',
] as const;
export type KeptColumn = (typeof keptColumns)[number];

/** What other programs keep of those who want no mail or no call: a yes is a refusal. Only read. */
export const optOuts = ['optOutEmail', 'optOutCall'] as const;
export type OptOut = (typeof optOuts)[number];

/** Columns that are left out where they say nothing of anybody. */
const onlyWhereSaid: Partial<Record<KeptColumn, (lead: Lead) => unknown>> = {
  // What somebody buys in all in a year, as known last.
  wholeNeed: ({ wallet }) => wallet,
  wholeNeedCurrency: ({ wallet }) => wallet,
  wholeNeedAt: ({ wallet }) => wallet,
  wholeNeedFrom: ({ wallet }) => wallet,
  doNotContact: ({ doNotContact }) => doNotContact,
  consentEmail: ({ consent }) => consent?.email,
  consentEmailAt: ({ consent }) => consent?.email,
  consentCall: ({ consent }) => consent?.call,
  consentCallAt: ({ consent }) => consent?.call,
  lawfulBasis: ({ lawfulBasis }) => lawfulBasis,
};

/** The columns that an export of these leads has. */
export const keptColumnsOf = (rows: readonly ExportRow[]): KeptColumn[] =>
  keptColumns.filter((column) => {
    const says = onlyWhereSaid[column];
    return !says || rows.some(({ lead }) => says(lead));
  });

/** What one of these columns says of a lead. In: the column, the lead, words for coded values. */
export function keptCell(column: KeptColumn, { lead, company, stage }: ExportRow, words: ValueWords): string {
  const outcome = outcomeOf(lead, company)?.outcome;
  const need = newestNeed(lead.wallet);
  switch (column) {
    case 'list':
      return lead.list ?? '';
    case 'howWeMet':
      return lead.leadSource
        ? [words.group[lead.leadSource.group], lead.leadSource.name].filter(Boolean).join(': ')
        : '';
    case 'tags':
      return lead.tags.join(', ');
    case 'owner':
      return lead.owner ?? '';
    case 'stage':
      return stage ? stage.name || (words.stage?.(stage.id) ?? stage.id) : '';
    case 'nextStep':
      return lead.nextStep?.text ?? '';
    case 'nextStepDue':
      return lead.nextStep?.dueAt === undefined ? '' : isoDay(lead.nextStep.dueAt);
    case 'note':
      return lead.note ?? '';
    case 'createdAt':
      return isoDay(lead.createdAt);
    case 'updatedAt':
      return isoDay(lead.updatedAt);
    case 'outcome':
      return outcome ? words.outcome[outcome.result] : '';
    case 'outcomeAt':
      return outcome ? isoDay(outcome.at) : '';
    case 'outcomeReason':
      return outcome?.reason ?? '';
    case 'wholeNeed':
      return need ? (need.amount / 100).toFixed(2) : '';
    case 'wholeNeedCurrency':
      return need?.currency ?? '';
    case 'wholeNeedAt':
      return need ? new Date(need.day * 86_400_000).toISOString().slice(0, 10) : '';
    case 'wholeNeedFrom':
      return need?.from ?? '';
    case 'doNotContact':
      return lead.doNotContact ? 'yes' : '';
    case 'consentEmail':
      return consentCell(lead, 'email', words);
    case 'consentEmailAt':
      return lead.consent?.email ? isoDay(lead.consent.email.at) : '';
    case 'consentCall':
      return consentCell(lead, 'call', words);
    case 'consentCallAt':
      return lead.consent?.call ? isoDay(lead.consent.call.at) : '';
    case 'lawfulBasis':
      return lead.lawfulBasis ? (words.basis?.[lead.lawfulBasis.basis] ?? lead.lawfulBasis.basis) : '';
    case 'id':
      return lead.id;
  }
}

function consentCell({ consent }: Lead, channel: ConsentChannel, words: ValueWords): string {
  const said = consent?.[channel];
  return said ? (words.consent?.[said.state] ?? said.state) : '';
}
