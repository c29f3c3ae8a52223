import { i18n } from '#i18n';
import { ownKeyOf } from '../../lib/domain/flat-lead.ts';
import { phoneCell } from '../../lib/domain/normalize/phone.ts';
import type { Seniority } from '../../lib/domain/normalize/title.ts';
import { ownText } from '../../lib/domain/own-values.ts';
import { type Lead, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { tier as tierSchema } from '../../lib/domain/schema/score.ts';
import { firstPipeline, type Pipeline } from '../../lib/domain/schema/stage.ts';
import { ownerOf } from '../../lib/work/owner.ts';
import type { RowKeys } from '../hooks/use-table.ts';
import { leadName } from '../leads/lead-row.tsx';
import { tierText } from '../leads/tier-pane.tsx';
import { dayText } from '../leads/words.ts';
import { classText, figureText, percentText } from '../value/words.ts';
import { stageName } from '../work/words.ts';

const seniorities = [
  'Management',
  'Director',
  'Lead',
  'Senior',
  'Professional',
  'Junior',
] as const satisfies Seniority[];

let regions: Intl.DisplayNames | undefined;
/** A country in the user's language. In: its code. Out: the code itself where it is none. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames([i18n.t('panel.locale')], { type: 'region', fallback: 'code' });
  try {
    return regions.of(code) ?? code;
  } catch {
    // What a page calls a country need not be a code.
    return code;
  }
}

/** A value of a column as people say it, wherever it stands alone: groups, filters, cells. In: the column, the value, the pipeline. */
export function valueName(column: string, value: string, pipeline: Pipeline = firstPipeline): string {
  if (value === '') return '';
  if (column === 'country') return countryName(value);
  if (column === 'stage') return stageName(value, pipeline);
  if (column === 'outcome') return i18n.t(`outcome.${value === 'won' || value === 'lost' ? value : 'open'}`);
  if (column === 'seniority') {
    const known = seniorities.find((one) => one === value);
    return known ? i18n.t(`table.seniority.${known}`) : value;
  }
  if (column === 'valueClass') return value === 'A' || value === 'B' || value === 'C' ? classText(value) : value;
  if (column === 'source') {
    const group = leadSourceGroup.safeParse(value);
    return group.success ? i18n.t(`exchange.group.${group.data}`) : value;
  }
  if (column === 'tier') {
    if (value === 'gated') return i18n.t('table.gated');
    const known = tierSchema.safeParse(value);
    return known.success ? tierText(known.data) : value;
  }
  if (column === 'doNotContact' || ownKeyOf(column) !== undefined) {
    if (value === 'yes') return i18n.t('own.yes');
    if (value === 'no') return i18n.t('own.no');
  }
  return value;
}

/** The first of several and how many more there are. */
const firstOf = (values: readonly string[]): string =>
  values.length > 1 ? i18n.t('table.andMore', [values[0] ?? '', values.length - 1]) : (values[0] ?? '');

const plainFields = new Set([
  'jobTitle',
  'department',
  'list',
  'note',
  'industry',
  'products',
  'employees',
  'founded',
  'domain',
  'website',
  'stand',
  'legalForm',
  'registerNumber',
  'vatId',
  'creditCode',
  'wechat',
  'qq',
  'whatsapp',
]);

/** What a cell says. In: the column, the lead, what is worked out of it, the pipeline. Out: '' for nothing known. */
export function cellText(column: string, lead: Lead, keys: RowKeys | undefined, pipeline?: Pipeline): string {
  const own = ownKeyOf(column);
  if (own !== undefined) {
    const text = ownText(lead.own && Object.hasOwn(lead.own, own) ? lead.own[own] : undefined);
    return valueName(column, text);
  }
  if (plainFields.has(column)) {
    const value: unknown = lead[column as keyof Lead];
    return typeof value === 'string' ? value : '';
  }
  switch (column) {
    case 'name':
      return leadName(lead);
    case 'company':
      return String(keys?.company ?? (lead.kind === 'person' ? (lead.companyName ?? '') : ''));
    case 'owner': {
      const owner = lead.owner ?? '';
      const now = ownerOf(lead, Date.now()) ?? '';
      return now === owner || owner === '' ? now : i18n.t('work.handOver.standsIn', [now, owner]);
    }
    case 'tags':
      return lead.tags.join(', ');
    case 'source':
      return valueName(column, lead.leadSource?.group ?? '');
    case 'sourceName':
      return lead.leadSource?.name ?? '';
    case 'city':
      return lead.addresses[0]?.city ?? '';
    case 'country':
      return valueName(column, String(keys?.country ?? lead.addresses[0]?.country ?? ''));
    case 'emails':
      return firstOf(lead.emails);
    case 'phones':
      return firstOf(lead.phones.map(phoneCell));
    case 'links':
      return firstOf(lead.links.map((link) => link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')));
    case 'nextStep':
      return lead.nextStep?.text ?? '';
    case 'nextDue':
      return lead.nextStep?.dueAt === undefined ? '' : dayText(lead.nextStep.dueAt);
    case 'reason':
      return String(keys?.reason ?? '');
    case 'doNotContact':
      return lead.doNotContact ? i18n.t('own.yes') : '';
    case 'sales':
      return typeof keys?.sales === 'number' ? figureText(keys.sales, 0) : '';
    case 'need':
    case 'potential':
      return typeof keys?.[column] === 'number' ? figureText(keys[column], 0) : '';
    case 'share':
      return typeof keys?.share === 'number' ? percentText(keys.share / 100) : '';
    case 'createdAt':
    case 'updatedAt':
      return dayText(lead[column]);
    default:
      return valueName(column, String(keys?.[column] ?? ''), pipeline);
  }
}
