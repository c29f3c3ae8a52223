import { emailKind } from '../domain/normalize/email.ts';
import type { Contact } from './lines-contacts.ts';
import type { View } from './lines-view.ts';
import type { Sighting } from './people.ts';
import { mailFits } from './people-mail.ts';

/** Whether words name a person in full or by initial and family name: "Mobil (J. Roe):". */
function announces(words: string, name: string): boolean {
  const parts = name.split(' ');
  const family = parts.at(-1) ?? '';
  if (parts.length < 2 || family.length < 3 || !words.includes(family)) return false;
  return words.includes(name) || words.includes(`${name[0]}. ${family}`) || words.includes(`${name[0]}.${family}`);
}

/** In: the view, a contact, the page's people. Out: the one person of another line whose name the contact's label or the words before it say. */
export function announcedBy(view: View, contact: Contact, people: Sighting[]): Sighting | undefined {
  const before = view.page.lines[contact.line]?.s.slice(0, contact.start).slice(-60) ?? '';
  const words = `${view.labels.label[contact.line] ?? ''} ${before}`;
  if (words.length < 6) return undefined;
  const told = people.filter((p) => announces(words, p.anchor.name));
  const [one] = told;
  return one && told.length === 1 && one.anchor.line !== contact.line ? one : undefined;
}

/** A number of which the line shows only the last digits: "(030 555 0, extension -714)". */
function isExtension(view: View, contact: Contact): boolean {
  if (contact.kind !== 'phone') return false;
  const shown = view.page.lines[contact.line]?.s.slice(contact.start, contact.end).replace(/\D/g, '') ?? '';
  return shown.length > 0 && shown.length <= 5;
}

/**
 * Gives back what lies in a card without being its person's: a common mailbox beside a mailbox of their own, the switchboard that their
 * extension hangs on. In: the view, people with their contacts, nobody's contacts. Changes both, `rest` stays in page order.
 */
export function settleShared(view: View, people: Sighting[], rest: Contact[]): void {
  let moved = false;
  for (const p of people) {
    if ((view.labels.row[p.anchor.line] ?? -1) >= 0) continue;
    const own = p.contacts.some((c) => c.kind === 'email' && mailFits(c.value, p.anchor.name) >= 0.55);
    const extended = new Set(p.contacts.filter((c) => isExtension(view, c)).map((c) => c.line));
    const shared = p.contacts.filter((c) =>
      c.kind === 'email'
        ? own && emailKind(c.value) === 'role'
        : c.kind === 'phone' &&
          c.value.kind === 'work' &&
          !c.value.ext &&
          extended.has(c.line) &&
          !isExtension(view, c),
    );
    if (shared.length === 0) continue;
    p.contacts = p.contacts.filter((c) => !shared.includes(c));
    rest.push(...shared);
    moved = true;
  }
  if (moved) rest.sort((a, b) => a.line - b.line || a.start - b.start);
}
