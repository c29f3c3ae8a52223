import { findAddresses } from '../detectors/address.ts';
import { findEmails } from '../detectors/email.ts';
import { findPhones } from '../detectors/phone.ts';
import type { CompanyEvidence, Evidence, PersonEvidence } from '../subjects.ts';
import { addEvidence } from '../subjects.ts';
import type { Card } from './card.ts';
import { type BlockLine, evidence } from './card-contacts.ts';
import { type LabelKind, labelKind, plainForm, splitLabel } from './labels.ts';

/** A labelled value and the line it stands in. */
export type Entry = { kind: LabelKind; label: string; value: string; line: number };

const named: LabelKind[] = ['name', 'firstName', 'lastName'];
const telling = new Set<LabelKind>([
  ...named,
  'title',
  'company',
  'phone',
  'mobile',
  'email',
  'address',
  'web',
  'wechat',
  'whatsapp',
]);

/** The labelled values of a run of lines: "Name: Jane", or a label in one cell and its value in the next. */
function entriesOf(lines: BlockLine[]): Entry[] {
  const entries: Entry[] = [];
  for (let i = 0; i < lines.length; i++) {
    const at = lines[i] as BlockLine;
    const text = plainForm(at.line.s);
    const parts = splitLabel(text);
    if (parts?.value) entries.push({ kind: parts.kind, label: parts.label, value: parts.value, line: at.index });
    else {
      const kind = text.length < 30 ? labelKind(text) : 'other';
      const next = lines[i + 1];
      if (kind === 'other' || !next?.line.s || next.line.gap || next.line.s.length > 160) continue;
      entries.push({ kind, label: text, value: plainForm(next.line.s), line: next.index });
      i++;
    }
  }
  return entries;
}

/**
 * Reads an enquiry from a web form ("Name: … Phone: … Message: …"), or a firm's invoice details set out the same way, out of a message's text.
 * In: the newest message's lines without its signature. Out: the person or firm that the form is about; nothing when there is no form.
 */
export function readForm(lines: BlockLine[], country: string | undefined): (Card & { lines: Set<number> }) | undefined {
  const entries = entriesOf(lines);
  const kinds = new Set(entries.map((e) => e.kind).filter((k) => telling.has(k)));
  const hasName = entries.some((e) => named.includes(e.kind));
  const hasFirm = entries.some((e) => e.kind === 'company') && entries.some((e) => e.kind === 'fact');
  if (!(hasName && kinds.size >= 3) && !hasFirm) return undefined;
  return {
    ...cardOfEntries(entries, country, 'mail-form'),
    lines: new Set(entries.filter((e) => e.kind !== 'other').map((e) => e.line)),
  };
}

const numbers = new Set<LabelKind>(['phone', 'mobile', 'fax', 'switchboard', 'address', 'wechat', 'whatsapp']);

/** A person and their firm from labelled values: of a form, or of a row under a heading. In: values with what they are. Out: what they tell. */
export function cardOfEntries(entries: Entry[], country: string | undefined, detector: string): Card {
  const company: CompanyEvidence = { kind: 'company', fields: {}, role: 'listed', confidence: 0.75 };
  const person: PersonEvidence = { kind: 'person', fields: {}, confidence: 0.85 };
  const value = (kind: LabelKind) => entries.find((e) => e.kind === kind && e.value);
  const [first, last, whole] = [value('firstName'), value('lastName'), value('name')];
  const name = (first && last ? `${first.value} ${last.value}` : (whole ?? last ?? first)?.value) ?? '';
  const isPerson = name !== '' && name.length < 80;
  if (isPerson)
    addEvidence(person.fields, 'name', evidence(name, detector, name, (whole ?? last ?? first)?.line ?? 0, 0.9));
  const holder = isPerson ? person.fields : company.fields;
  for (const entry of entries) {
    const shown = `${entry.label}: ${entry.value}`;
    const told = <T>(of: T) => evidence(of, detector, shown, entry.line, 0.9);
    if (!entry.value) continue;
    if (numbers.has(entry.kind))
      for (const p of findPhones(entry.value, { country, labelBefore: entry.label }))
        addEvidence(entry.kind === 'switchboard' ? company.fields : holder, 'phones', told(p.value));
    if (entry.kind === 'company') {
      addEvidence(company.fields, 'name', told(entry.value));
      addEvidence(person.fields, 'companyName', told(entry.value));
    } else if (entry.kind === 'title') addEvidence(person.fields, 'jobTitle', told(entry.value));
    else if (entry.kind === 'department') addEvidence(person.fields, 'department', told(entry.value));
    else if (entry.kind === 'email')
      for (const e of findEmails(entry.value)) addEvidence(holder, 'emails', told(e.value));
    else if (entry.kind === 'address') addPlace(company, person, entry, country, told);
    else if (entry.kind === 'web')
      addEvidence(
        company.fields,
        'website',
        told(/^https?:/i.test(entry.value) ? entry.value : `https://${entry.value}`),
      );
    else if (entry.kind === 'wechat' || entry.kind === 'qq' || entry.kind === 'whatsapp')
      addEvidence(holder, entry.kind, told(entry.value));
    else if (/税号|统一社会信用|稅號/.test(entry.label) && /^[0-9A-Z]{18}$/.test(entry.value))
      addEvidence(company.fields, 'creditCode', told(entry.value));
  }
  const isFirm = Object.keys(company.fields).length > 0;
  if (isFirm && isPerson) person.company = company;
  return { ...(isPerson && { person }), ...(isFirm && { company }) };
}

function addPlace(
  company: CompanyEvidence,
  person: PersonEvidence,
  entry: Entry,
  country: string | undefined,
  told: <T>(of: T) => Evidence<T>,
): void {
  const [found] = findAddresses([entry.value], { country });
  const address = found?.value ?? { text: entry.value };
  if (company.fields.name || !person.fields.name) addEvidence(company.fields, 'addresses', told(address));
  else addEvidence(person.fields, 'addresses', told(address));
}
