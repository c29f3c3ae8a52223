import { ownFieldPath } from '../../lib/domain/flat-lead.ts';
import { listChange } from '../../lib/domain/list-change.ts';
import { noonOf } from '../../lib/domain/own-values.ts';
import { type Lead, leadSourceGroup, type NextStep } from '../../lib/domain/schema/lead.ts';
import { stagePatch } from '../../lib/domain/stage.ts';
import { changedByHand } from '../../lib/work/due.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import type { OwnFieldDefinition } from '../hooks/use-own-fields.ts';
import { typedValue } from '../leads/own-values.tsx';
import type { LeadField } from '../leads/parse-value.ts';
import type { TableColumn } from './columns.ts';

/**
 * How a cell is edited, `patch` being told what was typed and the text that it began with: by the editor of a field, as text
 * (`long`: of several lines), by a choice, as a day, or as an own field.
 */
export type CellEdit =
  | { by: 'field'; field: LeadField }
  | { by: 'text'; text: string; suggest: boolean; long?: true; patch: (text: string, before: string) => LeadPatch }
  | { by: 'choice'; value: string; of: 'source' | 'stage' | 'yesNo'; patch: (value: string) => LeadPatch }
  | { by: 'day'; at: number | undefined; patch: (day: string) => LeadPatch }
  | { by: 'own'; field: OwnFieldDefinition; patch: (text: string) => LeadPatch | undefined };

/** Columns that are a field of the lead under another name or part of it. */
const fieldOf: Record<string, LeadField> = { company: 'companyName', city: 'addresses', country: 'addresses' };
const fields = new Set<string>([
  'name',
  'jobTitle',
  'department',
  'emails',
  'phones',
  'links',
  'wechat',
  'qq',
  'whatsapp',
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
]);

const tagsOf = (text: string) => [...new Set(text.split(/[,，;]/).map((tag) => tag.trim()))].filter(Boolean);

const line = (key: 'owner' | 'list' | 'note', lead: Lead, suggest: boolean): Extract<CellEdit, { by: 'text' }> => ({
  by: 'text',
  text: lead[key] ?? '',
  suggest,
  patch: (text) => ({ [key]: text || null }),
});

/** How a cell can be edited; undefined where it is worked out. In: the column, the lead, the stage it stands in, the time. */
export function editOf({ id, own }: TableColumn, lead: Lead, stage: string, now: () => number): CellEdit | undefined {
  if (own)
    return {
      by: 'own',
      field: own,
      patch: (text) => {
        const value = typedValue(own, text);
        return value === undefined ? undefined : { [ownFieldPath(own.key)]: value };
      },
    };
  const field = fieldOf[id] ?? (fields.has(id) ? (id as LeadField) : undefined);
  if (field) return { by: 'field', field };
  const step = lead.nextStep;
  switch (id) {
    case 'owner':
    case 'list':
      return line(id, lead, true);
    case 'note':
      return { ...line(id, lead, false), long: true };
    case 'tags':
      return {
        by: 'text',
        text: lead.tags.join(', '),
        suggest: false,
        patch: (text, before) => ({ tags: listChange(tagsOf(before), tagsOf(text)) }),
      };
    case 'nextStep':
      return {
        by: 'text',
        text: step?.text ?? '',
        suggest: false,
        patch: (text) => ({ nextStep: text === '' && step?.dueAt === undefined ? null : { ...step, text } }),
      };
    case 'nextDue':
      return {
        by: 'day',
        at: step?.dueAt,
        patch: (day) => {
          const before: NextStep = step ?? { text: '' };
          const { dueAt: _before, timed: _timed, ...rest } = before;
          const next = changedByHand(before, day ? { ...rest, dueAt: noonOf(day) } : rest);
          return { nextStep: next.text === '' && !day ? null : next };
        },
      };
    case 'source':
      return {
        by: 'choice',
        of: 'source',
        value: lead.leadSource?.group ?? '',
        patch: (value) => {
          const group = leadSourceGroup.safeParse(value);
          return { leadSource: group.success ? { group: group.data, name: lead.leadSource?.name ?? '' } : null };
        },
      };
    case 'sourceName': {
      const source = lead.leadSource;
      if (!source) return undefined;
      return { by: 'text', text: source.name, suggest: true, patch: (name) => ({ leadSource: { ...source, name } }) };
    }
    case 'stage':
      return { by: 'choice', of: 'stage', value: stage, patch: (value) => stagePatch(value, now()) as LeadPatch };
    case 'doNotContact':
      return {
        by: 'choice',
        of: 'yesNo',
        value: lead.doNotContact ? 'yes' : '',
        patch: (value) => ({ doNotContact: value === 'yes' || null }),
      };
    default:
      return undefined;
  }
}
