import type { Line } from './read-all.ts';

/** Width in a terminal: Chinese and full-width signs take two columns. */
const widthOf = (text: string) =>
  [...text].reduce(
    (width, sign) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign)
        ? 2
        : 1),
    0,
  );

/** Rows as columns of equal width; columns that are empty throughout are left out. */
export function table(head: string[], rows: string[][]): string {
  const used = head.map((_, column) => rows.some((row) => row[column]));
  const kept = [head, ...rows].map((row) => row.filter((_, column) => used[column]));
  const widths = (kept[0] ?? []).map((_, column) => Math.max(...kept.map((row) => widthOf(row[column] ?? ''))));
  return kept
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What one input gave, for people to read. */
export function leadTable(line: Line): string {
  if ('error' in line) return `${line.input}\n  could not be read: ${line.error}\n`;
  const phones = (list: { e164?: string | undefined; text: string }[]) =>
    list.map((phone) => phone.e164 ?? phone.text).join(', ');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const people = line.people.map((person) => [
    person.name,
    text(Reflect.get(person, 'jobTitle')),
    text(Reflect.get(person, 'company')),
    person.emails.join(', '),
    phones(person.phones),
  ]);
  const companies = line.companies.map((company) => [
    company.name,
    company.role,
    company.addresses[0]?.text ?? '',
    company.emails.join(', '),
    phones(company.phones),
  ]);
  const parts = [`${line.input} (${line.ms} ms)`];
  if (people.length > 0) parts.push(table(['Name', 'Title', 'Company', 'E-mail', 'Phone'], people));
  if (companies.length > 0) parts.push(table(['Company', 'Role', 'Address', 'E-mail', 'Phone'], companies));
  if (people.length + companies.length === 0) parts.push('nothing to read here');
  return `${parts.join('\n')}\n`;
}
