import { companyKey } from '../../domain/normalize/company.ts';
import { emailKind } from '../../domain/normalize/email.ts';
import type { CompanyEvidence, PersonEvidence } from '../subjects.ts';
import { addEvidence } from '../subjects.ts';
import { type Card, isRobot } from './card.ts';
import type { BlockLine } from './card-contacts.ts';
import type { MailParty } from './eml.ts';
import { readForm } from './form.ts';
import { type Mentions, readMentions } from './mentioned.ts';
import { sharesName } from './name-forms.ts';

const nameOf = (person: PersonEvidence | undefined) => person?.fields.name?.[0]?.value ?? '';
const mailsOf = (person: PersonEvidence) => (person.fields.emails ?? []).map((e) => e.value);

/** Whether two readings are of one person. */
export function samePerson(a: PersonEvidence, b: PersonEvidence): boolean {
  if (mailsOf(a).some((mail) => mailsOf(b).includes(mail))) return true;
  const [x, y] = [nameOf(a), nameOf(b)];
  return (
    x !== '' && y !== '' && !a.partial && !b.partial && sharesName(x, y) && x.split(' ').length === y.split(' ').length
  );
}

type Parts = {
  sender: Card;
  /** The newest message's lines without its signature. */
  text: BlockLine[];
  /** Attached vCards. */
  vcards: Card[];
  quoted: Card[];
  from: MailParty | undefined;
  country: string | undefined;
};

/**
 * Puts together who is in a message: the sender first, then whom its text names, then whom it quotes.
 * In: the sender's card, the text's lines, the quoted people's cards. Out: cards, nobody twice; an automatic sender of a form gives way to who filled it in.
 */
export function gather({ sender, text, vcards, quoted, from, country }: Parts): Card[] {
  const form = readForm(text, country);
  const rest = form ? text.filter(({ index }) => !form.lines.has(index)) : text;
  const mentions = readMentions(rest, nameOf(sender.person), sender.company, country);
  const cards: Card[] = [];
  const machine = from && (isRobot(from.address) || (form?.person && emailKind(from.address) === 'role'));
  if (!(machine && (form?.person || !sender.person?.fields.phones))) {
    if (sender.person) {
      for (const phone of mentions.sender.phones) addEvidence(sender.person.fields, 'phones', phone);
      for (const id of mentions.sender.wechat) addEvidence(sender.person.fields, 'wechat', id);
    }
    if (sender.company) addTold(sender, sender.company, mentions);
    cards.push(sender);
  }
  if (form) {
    // Whoever fills in a form asks to be called: that is how we met, whatever else is set for the run.
    if (form.person) form.person.inbound = true;
    cards.push({ ...(form.person && { person: form.person }), ...(form.company && { company: form.company }) });
  }
  for (const card of vcards) cards.push(card);
  for (const person of mentions.people) cards.push({ person });
  for (const card of quoted) cards.push(card);
  const kept: Card[] = [];
  for (const card of cards) {
    const twin = card.person && kept.find((k) => k.person && samePerson(k.person, card.person as PersonEvidence));
    if (!twin) kept.push(card);
    // what an older, quoted message says of the sender is not what they say now
    else if (twin.person && card.person && !quoted.includes(card)) {
      absorb(twin.person.fields, card.person.fields);
      if (card.company && twin.company) absorb(twin.company.fields, card.company.fields);
      else if (card.company) {
        twin.company = card.company;
        twin.person.company = card.company;
      }
    }
  }
  return kept;
}

/** Cards of a message with those of one attached to it: nobody twice, and lines of the other message are no lines of this one. */
export function withMore(cards: Card[], more: Card[]): Card[] {
  const fresh = more.filter(
    ({ person }) => !person || !cards.some((card) => card.person && samePerson(card.person, person)),
  );
  for (const { person, company } of fresh) {
    for (const subject of [person, company])
      for (const list of Object.values(subject?.fields ?? {})) for (const evidence of list) delete evidence.line;
  }
  return [...cards, ...fresh];
}

/** What the text says of the sender's firm: its numbers, and its name where the signature has none. */
function addTold({ person }: Card, company: CompanyEvidence, { company: told }: Mentions): void {
  for (const phone of told.phones) addEvidence(company.fields, 'phones', phone);
  if (company.fields.name) return;
  for (const name of told.names) {
    addEvidence(company.fields, 'name', name);
    if (person) addEvidence(person.fields, 'companyName', name);
  }
}

/** Adds the evidence of one subject to that of another. */
function absorb<F extends object>(into: F, from: F): void {
  for (const field of Object.keys(from) as (keyof F)[]) {
    const [have, more] = [into[field], from[field]];
    if (Array.isArray(have) && Array.isArray(more)) have.push(...more);
    else into[field] = more;
  }
}

/** The companies of all cards, each once: the same name without its legal form is the same company. Those of one name share their evidence. */
export function mergeCompanies(cards: Card[]): CompanyEvidence[] {
  const found: CompanyEvidence[] = [];
  const key = (c: CompanyEvidence) => companyKey(c.fields.name?.[0]?.value ?? '');
  const domains = (c: CompanyEvidence) => (c.fields.domain ?? []).map((d) => d.value);
  for (const card of cards) {
    const firm = card.company;
    if (!firm) continue;
    const named = key(firm);
    const twin = found.find(
      (c) => c === firm || (named ? named === key(c) : domains(firm).some((d) => domains(c).includes(d))),
    );
    if (!twin) found.push(firm);
    else if (twin !== firm) {
      absorb(twin.fields, firm.fields);
      for (const other of cards) if (other.person?.company === firm) other.person.company = twin;
    }
  }
  return found;
}
