import { z } from 'zod';
import type { CapturedLine } from './line.ts';
import { subjectsOf } from './line.ts';
import { fold, foldCompany, foldEmail, foldPhone, foldPhones } from './plain.ts';
import type { Tally } from './tally.ts';
import { captureTask } from './task.ts';

const row = z.object({
  id: z.string(),
  corpus: z.string(),
  file: z.string(),
  labels: z.array(z.string()),
  entities: z.array(z.object({ type: z.string(), text: z.string(), zone: z.string() })),
});
type Row = z.infer<typeof row>;

const within = (a: string, b: string) => a.includes(b) || b.includes(a);
const severalWords = (name: string) => name.includes(' ');
const samePerson = (a: string, b: string) => a === b || (severalWords(a) && severalWords(b) && within(a, b));
const long = (name: string) => name.length > 3;
const sameCompany = (a: string, b: string) => a === b || (long(a) && long(b) && (a.startsWith(b) || b.startsWith(a)));

/** Texts that the page was annotated with; `body` leaves out those of its title. */
function annotated({ entities }: Row, types: string[], zone?: 'body'): string[] {
  return entities
    .filter((entity) => types.includes(entity.type) && (zone === undefined || entity.zone === zone))
    .map(({ text }) => text);
}

function scoreStreets(page: Row, line: CapturedLine, tally: Tally): void {
  const wanted = annotated(page, ['STREET'], 'body').map(fold);
  if (wanted.length === 0) return;
  const read = subjectsOf(line)
    .flatMap(({ addresses }) => addresses.map(({ street }) => fold(street)))
    .filter(Boolean);
  for (const street of new Set(wanted)) {
    tally.rate(
      'streets found',
      read.some((other) => within(street, other)),
      page.id,
      street,
    );
  }
  for (const street of new Set(read)) {
    tally.rate(
      'streets right',
      wanted.some((other) => within(street, other)),
      page.id,
      street,
    );
  }
}

function scoreCompany(page: Row, { companies: [first] }: CapturedLine, tally: Tally): void {
  const wanted = annotated(page, ['ORG']);
  if (wanted.length === 0) return;
  const name = foldCompany(first?.name);
  const right = name !== '' && wanted.some((other) => sameCompany(foldCompany(other), name));
  const some = [...new Set(wanted)].slice(0, 4).join(' | ');
  tally.rate('company (first)', right, page.id, `${first?.name}, wanted one of ${some}`);
}

function scorePeople(page: Row, line: CapturedLine, tally: Tally): void {
  const wanted = annotated(page, ['PER'], 'body').map(fold);
  const read = line.people.map(({ name }) => fold(name)).filter(Boolean);
  for (const name of new Set(read)) {
    tally.rate(
      'people right',
      wanted.some((other) => samePerson(other, name)),
      page.id,
      name,
    );
  }
  // Where no function is annotated, names may stand for nobody whom one could do business with.
  if (annotated(page, ['FUNC']).length === 0) return;
  for (const name of new Set(wanted.filter(severalWords))) {
    tally.rate(
      'people found',
      read.some((other) => samePerson(name, other)),
      page.id,
      name,
    );
  }
}

/** Real pages, annotated by kinds of entities; each is scored for the kinds that it was annotated with. */
export const pages = captureTask({
  row,
  // The Dutch pages are annotated in another way.
  inputs: ({ corpus, file }) => (corpus === 'nl' ? [] : [{ file: `${corpus}/clean/${file}` }]),
  score(page, [line], tally) {
    if (!line) return;
    const subjects = subjectsOf(line);
    const zip = (text: string | undefined) => fold(text).slice(0, 5);
    if (page.labels.includes('TEL')) {
      const wanted = annotated(page, ['TEL', 'FAX'], 'body').map(foldPhone);
      const read = foldPhones(subjects.flatMap(({ phones }) => phones));
      tally.values(
        'phones',
        wanted.filter((digits) => digits.length >= 6),
        read,
        page.id,
      );
    }
    if (page.labels.includes('EMAIL')) {
      const wanted = annotated(page, ['EMAIL'], 'body').map(foldEmail);
      tally.values(
        'emails',
        wanted,
        subjects.flatMap(({ emails }) => emails.map(foldEmail)),
        page.id,
      );
    }
    if (page.labels.includes('ZIPCODE')) {
      const read = subjects.flatMap(({ addresses }) => addresses.map(({ postalCode }) => zip(postalCode)));
      tally.values('postal codes', annotated(page, ['ZIPCODE'], 'body').map(zip), read, page.id);
    }
    if (page.labels.includes('STREET')) scoreStreets(page, line, tally);
    if (page.labels.includes('ORG')) scoreCompany(page, line, tally);
    if (page.labels.includes('PER')) scorePeople(page, line, tally);
  },
});
