import { z } from 'zod';
import { company, interaction, person } from '../domain/schema/lead.ts';
import { type OwnValues, ownValues } from '../domain/schema/own-field.ts';
import type { ScoreInput } from './input.ts';

const anyId = {
  id: z.union([z.string(), z.number()]).transform(String),
  createdAt: z.number().default(0),
  updatedAt: z.number().default(0),
};
const filePerson = person.extend(anyId).partial({ id: true, kind: true });
const fileCompany = company.extend(anyId).partial({ id: true, kind: true });
const event = interaction.pick({ kind: true }).extend({
  occurredAt: z.union([
    z.number(),
    z.iso.datetime({ offset: true }).transform(Date.parse),
    z.iso.date().transform(Date.parse),
  ]),
});
const around = {
  interactions: z.array(event).optional(),
  own: ownValues.optional(),
};
const line = z.union([
  fileCompany.extend({
    ...anyId,
    kind: z.literal('company').default('company'),
    people: z.array(filePerson).optional(),
    ...around,
  }),
  filePerson.extend({ ...anyId, kind: z.literal('person'), company: fileCompany.optional(), ...around }),
]);

export type LeadReading = { ok: true; input: ScoreInput } | { ok: false; error: string };

/**
 * Reads one lead of a file for scoring: the book's own fields, a company with `people`, a person with `company`, both with
 * `interactions` and `own`. In: a value. Out: what is scored, or the first thing wrong with it.
 */
export function readLead(value: unknown): LeadReading {
  const isPerson = value !== null && typeof value === 'object' && Reflect.get(value, 'kind') === 'person';
  const parsed = line.options[isPerson ? 1 : 0].safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, error: `${issue?.path.join('.') || 'lead'}: ${issue?.message ?? 'unreadable'}` };
  }
  const { interactions, own, ...lead } = parsed.data;
  const shared: { interactions?: ScoreInput['interactions']; own?: OwnValues | undefined } = { interactions, own };
  if (lead.kind === 'person') {
    const { company: firm, ...rest } = lead;
    const full = firm && { ...firm, id: firm.id ?? `${lead.id}.company`, kind: 'company' as const };
    return { ok: true, input: { lead: rest, company: full, ...shared } };
  }
  const { people, ...rest } = lead;
  const staff = people?.map((one, at) => ({ ...one, id: one.id ?? `${lead.id}.${at}`, kind: 'person' as const }));
  return { ok: true, input: { lead: rest, people: staff, ...shared } };
}

/** The leads of a file: a JSON array, `{"leads": []}`, or one JSON object a line. Throws a SyntaxError that names the line. */
export function leadValues(text: string): unknown[] {
  const start = text.trimStart();
  if (start.startsWith('[')) return JSON.parse(text) as unknown[];
  const lines = text.split(/\r?\n/);
  if (
    lines.filter((one) => one.trim()).length > 1 &&
    lines
      .find((one) => one.trim())
      ?.trim()
      .endsWith('}')
  )
    return lines.flatMap((one, at) => {
      if (!one.trim()) return [];
      try {
        return [JSON.parse(one) as unknown];
      } catch (cause) {
        throw new SyntaxError(`line ${at + 1}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    });
  if (!start) return [];
  const value: unknown = JSON.parse(text);
  const list: unknown = value !== null && typeof value === 'object' ? Reflect.get(value, 'leads') : undefined;
  return Array.isArray(list) ? list : [value];
}
