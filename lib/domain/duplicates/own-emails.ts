import { isFreeMailDomain } from '../normalize/domain.ts';
import type { KnownPerson } from './known.ts';
import { isSlip } from './slip.ts';

export type EmailRelation = 'near' | 'otherForm' | 'contradict' | 'none';

const split = (email: string): [string, string] => {
  const at = email.lastIndexOf('@');
  return [email.slice(0, at), email.slice(at + 1)];
};
const lettersOf = (local: string) =>
  local
    .replace(/\+.*$/, '')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}]/gu, '');
const digitsOf = (local: string) => local.replace(/\D/g, '');

/** Whether the part before the @ is made of a name: hans.mueller, h.mueller, hmueller, mueller, mh, hans. */
function isMadeOf(local: string, { name }: KnownPerson): boolean {
  const letters = lettersOf(local);
  const given = name.sound ? [name.sound.given] : name.given;
  const family = name.sound ? name.sound.family : name.family.join('');
  const [first = ''] = given;
  if (!first && !family) return false;
  const parts = [first, first.charAt(0), given.join(''), given.map((one) => one.charAt(0)).join('')];
  const ends = [family, family.charAt(0), name.family.at(-1) ?? '', name.family[0] ?? ''];
  return (
    letters === family ||
    letters === first ||
    parts.some((one) => ends.some((other) => letters === one + other || letters === other + one))
  );
}

/** Whether a host had to number the name: weber2. A mailbox for everybody numbers all. */
export const isNumbered = (person: KnownPerson): boolean =>
  person.emails.some((email) => {
    const [local, host] = split(email);
    return /\D[2-9]$/.test(local) && isMadeOf(local, person) && !isFreeMailDomain(host);
  });

/**
 * How the own addresses of two people at one host stand to each other, where none is the same. `near`: a slip apart; `otherForm`:
 * both may be the name's (h.mueller, hans.mueller); `contradict`: a host gives two addresses to two people (weber, weber2).
 */
export function relateEmails(a: KnownPerson, b: KnownPerson): EmailRelation {
  let relation: EmailRelation = 'none';
  if (a.emails.some((email) => b.emails.includes(email))) return relation;
  for (const x of a.emails)
    for (const y of b.emails) {
      const [[local, host], [other, theirs]] = [split(x), split(y)];
      if (host !== theirs) {
        if (local === other && local.length > 5 && isSlip(host, theirs, 8)) return 'near';
        continue;
      }
      if (digitsOf(local) !== digitsOf(other)) {
        relation = 'contradict';
        continue;
      }
      const [ours, made] = [isMadeOf(local, a), isMadeOf(other, b)];
      if (ours && made && isMadeOf(local, b) === isMadeOf(other, a))
        relation = relation === 'none' ? 'otherForm' : relation;
      // y.ma and y.a, where only one is what the name makes.
      else if (isSlip(local, other, ours === made ? 6 : 3)) return 'near';
      else relation = 'contradict';
    }
  return relation;
}
