import { z } from 'zod';
import { change, company, interaction, leadReceipts, person } from '../domain/schema/lead.ts';
import { profileRow, profileVersion, scoreChange, scoreRow } from '../domain/schema/score.ts';
import { trayPage } from '../domain/schema/tray.ts';

const many = z.array(z.string());
const one = z.string().optional();
const personKeys = z.object({
  emails: many,
  phones: many,
  links: many,
  names: many,
  domains: many,
  wechat: one,
  qq: one,
});
const companyKeys = z.object({
  emails: many,
  phones: many,
  links: many,
  domain: one,
  firm: one,
  register: one,
  vatId: one,
  creditCode: one,
  wechat: one,
  qq: one,
});

/** How the rows of a store must look. What is in no list here is parsed by its own reader each time it is read. */
const checks: Readonly<Record<string, z.ZodType>> = {
  people: person.extend({ keys: personKeys }),
  companies: company.extend({ keys: companyKeys }),
  receipts: leadReceipts,
  changes: change,
  interactions: interaction,
  tray: trayPage,
  profiles: profileRow,
  profileVersions: profileVersion,
  scores: scoreRow,
  scoreChanges: scoreChange,
};

/** A row of a file that may hold anything. In: the store, the row. Out: it, without what the store does not know; undefined where it is none. */
export function checkedRow(store: string, row: unknown): unknown {
  const check = Object.hasOwn(checks, store) ? checks[store] : undefined;
  if (check) return check.safeParse(row).data;
  return typeof row === 'object' && row !== null ? row : undefined;
}
