import type { FirmReading } from './companies.ts';
import type { Contact } from './lines-contacts.ts';
import type { View } from './lines-view.ts';
import type { Sighting } from './people.ts';
import { addEvidence, type CompanyEvidence, type Evidence, type PersonEvidence, snippetOf } from './subjects.ts';

/** Makes one piece of evidence. */
export type Stamp = <T>(
  value: T,
  confidence: number,
  detector: string,
  line?: number,
  start?: number,
  end?: number,
) => Evidence<T>;

/** Makes evidence of values, with the words of the line they stand in. */
export function stamper(view: View): Stamp {
  const { page } = view;
  return (value, confidence, detector, line, start, end) => {
    const text = line === undefined ? '' : (page.lines[line]?.s ?? '');
    const shown = typeof value === 'string' ? value : '';
    return {
      value,
      confidence: Math.max(0.05, Math.min(1, confidence)),
      detector,
      snippet: text === '' ? shown.slice(0, 120) : snippetOf(text, start, end),
      ...(line !== undefined && { line }),
      ...(page.frameId !== undefined && { frameId: page.frameId }),
    };
  };
}

/** Puts a contact into the field it belongs to. */
export function give(subject: PersonEvidence | CompanyEvidence, contact: Contact, stamp: Stamp): void {
  const { fields } = subject;
  const e = <T>(value: T): Evidence<T> =>
    stamp(value, contact.confidence, contact.detector, contact.line, contact.start, contact.end);
  if (contact.kind === 'phone') addEvidence(fields, 'phones', e(contact.value));
  else if (contact.kind === 'email') addEvidence(fields, 'emails', e(contact.value));
  else if (contact.kind === 'profile') addEvidence(fields, 'links', e(contact.value));
  else if (contact.kind === 'web') {
    if (subject.kind === 'company') addEvidence(subject.fields, 'website', e(contact.value));
  } else addEvidence(fields, contact.kind, e(contact.value));
}

/** Puts all that was found in a firm's reach into its fields. */
export function giveAll(
  company: CompanyEvidence,
  from: Pick<FirmReading, 'rest' | 'addresses' | 'facts'>,
  stamp: Stamp,
): void {
  for (const c of from.rest) give(company, c, stamp);
  for (const a of from.addresses)
    addEvidence(company.fields, 'addresses', stamp(a.value, a.confidence, 'text-address', a.lines[0], a.start));
  for (const f of from.facts)
    if (f.field !== 'phones' && f.field !== 'addresses')
      addEvidence(company.fields, f.field, stamp(f.value, 0.85, 'text-facts', f.line, f.at, f.at + f.value.length));
}

/** In: a person as the text shows them. Out: evidence with name, title and contacts. */
export function personFrom({ anchor, contacts, scope, alike }: Sighting, view: View, stamp: Stamp): PersonEvidence {
  const base = anchor.style === 'prose' ? 0.5 : 0.45 + anchor.score * 0.35;
  const support = (anchor.title ? 0.15 : 0) + (contacts.length ? 0.1 : 0) + (alike ? 0.05 : 0);
  const confidence = Math.min(0.97, (view.article ? base * 0.8 : base) + support);
  const person: PersonEvidence = {
    kind: 'person',
    fields: {},
    partial: anchor.partial,
    confidence,
    from: scope.from,
    to: scope.to,
  };
  addEvidence(
    person.fields,
    'name',
    stamp(anchor.name, confidence, `text-name-${anchor.style}`, anchor.line, anchor.start, anchor.end),
  );
  if (anchor.honorific)
    addEvidence(
      person.fields,
      'honorific',
      stamp(anchor.honorific, 0.8, 'text-name', anchor.line, anchor.start, anchor.end),
    );
  if (anchor.title && anchor.title.text.length >= 2)
    addEvidence(
      person.fields,
      'jobTitle',
      stamp(anchor.title.text.slice(0, 200), anchor.title.confidence, 'text-title', anchor.title.line),
    );
  for (const c of contacts) give(person, c, stamp);
  return person;
}
