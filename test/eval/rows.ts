import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { sitesFolder } from '../practice/serve.ts';
import type { EvalSet } from './sets.ts';

const root = resolve(import.meta.dirname, '../..');

const list = z.array(z.string()).optional();
const person = z.looseObject({ name: z.string(), jobTitle: z.string().optional(), emails: list, phones: list });
const company = z.looseObject({
  name: z.string(),
  emails: list,
  phones: list,
  /** Which of the numbers are fax numbers. */
  faxes: list,
  registerNumber: z.string().optional(),
  vatId: z.string().optional(),
});
const expected = z.record(
  z.string(),
  z.object({
    people: z.array(person),
    companies: z.array(company),
    optionalPeople: z.array(z.string()).default([]),
    optionalCompanies: z.array(z.string()).default([]),
  }),
);

const optional = (name: string, open: string[]) => ({ name, optional: true, open });
const unsaid = (said: Record<string, unknown>) => Object.keys(said).filter((what) => said[what] === undefined);
const unsaidOfPerson = ({ jobTitle, emails, phones }: Partial<z.infer<typeof person>>) =>
  unsaid({ 'title of person': jobTitle, 'e-mails of person': emails, 'phones of person': phones });
const unsaidOfCompany = ({ emails, phones, registerNumber, vatId }: Partial<z.infer<typeof company>>) => [
  ...unsaid({
    'e-mails of company': emails,
    'phones of company': phones,
    'register, VAT, credit numbers': registerNumber ?? vatId,
  }),
  'city of company',
  'representatives',
  'company facts',
];

/** The practice web's truth as rows of records: what it does not say of somebody is left open. */
function practiceRows(file: string): unknown[] {
  const truth = expected.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(truth).map(([page, { people, companies, optionalPeople, optionalCompanies }]) => ({
    file: page,
    kind: page.includes('exhibitors') ? 'list' : 'page',
    people: [
      ...people.map((one) => ({ ...one, open: unsaidOfPerson(one) })),
      ...optionalPeople.map((name) => optional(name, unsaidOfPerson({}))),
    ],
    companies: [
      ...companies.map((one) => ({
        ...one,
        phones: one.phones?.filter((number) => !one.faxes?.includes(number)),
        open: unsaidOfCompany(one),
      })),
      ...optionalCompanies.map((name) => optional(name, unsaidOfCompany({}))),
    ],
  }));
}

export type Truth = { file: string; folder: string; rows: unknown[] };

/**
 * Rows of a set. In: the set, the data folder, the half that is asked for (all rows when none is). Out: the rows with
 * the file they come from and the folder that their files lie in; or in a word why there are none.
 */
export function readTruth(set: EvalSet, data: string | undefined, split: string | undefined): Truth | string {
  if (set.own) {
    if (split === 'heldout') return 'the fixtures of the project have no closed half';
    const file = join(root, set.truth);
    return { file, folder: sitesFolder, rows: practiceRows(file) };
  }
  if (data === undefined) return 'no data folder (--data FOLDER or LEADLIGHT_DATA)';
  const file = join(data, set.truth);
  if (!existsSync(file)) return `the data folder has no ${set.truth}`;
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
    .filter((row) => split === undefined || z.object({ split: z.string() }).safeParse(row).data?.split === split);
  return rows.length > 0 ? { file, folder: dirname(file), rows } : `no rows of the ${split ?? ''} half`;
}
