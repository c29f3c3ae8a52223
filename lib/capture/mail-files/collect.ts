import { companyKey } from '../../domain/normalize/company.ts';
import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import {
  type Candidate,
  type CompanyDraft,
  companyDraftFields,
  type PersonDraft,
  personDraftFields,
  type Reading,
} from '../../domain/schema/draft.ts';
import type { MailParty } from '../mail/eml.ts';
import { stableId } from '../subjects-drafts.ts';

type Read = Pick<Reading, 'people' | 'companies'>;

const emailsOf = ({ fields }: PersonDraft | CompanyDraft) => fields.emails.map(({ value }) => value.toLowerCase());
const nameOf = ({ fields }: PersonDraft | CompanyDraft) => fields.name[0]?.value ?? '';
const phonesOf = ({ fields }: PersonDraft) => fields.phones.map(({ value }) => value.e164 ?? value.text);

/** Where a value stood is told without the line: each message has its own. */
function placed<D extends PersonDraft | CompanyDraft>(draft: D, url: string): D {
  const fields = Object.fromEntries(
    Object.entries(draft.fields as Record<string, Candidate<unknown>[]>).map(([field, list]) => [
      field,
      list.map((candidate) => ({
        ...candidate,
        provenance: candidate.provenance.map(({ line: _line, frameId: _frame, ...rest }) => ({ ...rest, url })),
      })),
    ]),
  );
  return { ...draft, fields };
}

/** What a later reading knows and the first did not. */
function complete<D extends PersonDraft | CompanyDraft>(draft: D, more: D): D {
  const fields = { ...draft.fields } as Record<string, unknown[]>;
  for (const [field, list] of Object.entries(more.fields as Record<string, unknown[]>))
    if (fields[field]?.length === 0) fields[field] = list;
  return { ...draft, fields };
}

/** How much a signature told of somebody beside name and address. */
export function told({ fields }: PersonDraft): number {
  return [fields.jobTitle, fields.phones, fields.department, fields.wechat, fields.qq, fields.links].filter(
    (list) => list.length > 0,
  ).length;
}

/** The draft of the one who sent a message, by address. */
export const senderIn = (read: Read, address: string): PersonDraft | undefined =>
  read.people.find((person) => emailsOf(person).includes(address));

/**
 * Puts the readings of many messages together as one: everybody once, by address, else by name and number; a firm once, by
 * domain or name. In: the address under which the drafts are kept. What was added first wins, what comes later fills gaps.
 */
export function createCollection(url: string, isLeftOut: (address: string) => boolean) {
  const people = new Map<string, PersonDraft>();
  const companies = new Map<string, CompanyDraft>();
  const byKey = new Map<string, string>();
  const names = new Set<string>();

  const firmKeys = (firm: CompanyDraft) =>
    [firm.fields.domain[0]?.value, companyKey(nameOf(firm))].filter((key): key is string => Boolean(key));
  const byFirmKey = new Map<string, string>();

  const addFirm = (firm: CompanyDraft): string | undefined => {
    const keys = firmKeys(firm);
    if (keys.length === 0) return undefined;
    const known = keys.map((key) => byFirmKey.get(key)).find((id) => id !== undefined);
    const id = known ?? `c_${stableId(`company|${url}|${keys[0]}`)}`;
    const before = companies.get(id);
    companies.set(id, before ? complete(before, placed(firm, url)) : { ...placed(firm, url), id });
    for (const key of keys) byFirmKey.set(key, id);
    return id;
  };

  const addPerson = (person: PersonDraft, read: Read): void => {
    const emails = emailsOf(person);
    if (emails.some(isLeftOut)) return;
    // A number alone may be the switchboard of many.
    const name = nameOf(person).toLowerCase();
    const keys = [...emails, ...(name ? phonesOf(person).map((phone) => `${name}|${phone}`) : [])];
    // A name alone is somebody else's as soon as anybody of that name is there.
    if (keys.length === 0 && (name === '' || names.has(name))) return;
    const known = keys.map((key) => byKey.get(key)).find((id) => id !== undefined);
    const id = known ?? `p_${stableId(`person|${url}|${keys[0] ?? name}`)}`;
    const firm = read.companies.find((company) => company.id === person.companyDraftId);
    const firmId = firm && addFirm(firm);
    const before = people.get(id);
    const { companyDraftId: _own, ...rest } = placed(person, url);
    const fresh: PersonDraft = { ...rest, id, ...(firmId && { companyDraftId: firmId }) };
    people.set(id, before ? complete(before, fresh) : fresh);
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, id);
    if (name) names.add(name);
  };

  return {
    /** Somebody of whom only a header is known. */
    addParty({ name, address }: MailParty, at: number): void {
      const provenance = [{ url, at, detector: 'mail-header', snippet: address.slice(0, 120) }];
      const told = (value: string, confidence: number) => [{ value, confidence, provenance }];
      const domain = domainOf(address);
      const fields = personDraftFields.parse({
        emails: told(address, 0.99),
        ...(name && !name.includes('@') && { name: told(name, 0.8) }),
      });
      const firm =
        domain && !isFreeMailDomain(domain)
          ? addFirm({
              kind: 'company',
              id: '',
              fields: companyDraftFields.parse({ domain: told(domain, 0.85) }),
              role: 'own',
              confidence: 0.6,
            })
          : undefined;
      addPerson(
        {
          kind: 'person',
          id: '',
          fields,
          partial: false,
          confidence: name ? 0.8 : 0.5,
          ...(firm && { companyDraftId: firm }),
        },
        { people: [], companies: firm ? [...companies.values()].filter(({ id }) => id === firm) : [] },
      );
    },
    /** A reading with the sender first; a firm without anybody of it is left out. */
    add(read: Read, first?: PersonDraft): void {
      if (first) addPerson(first, read);
      for (const person of read.people) if (person !== first) addPerson(person, read);
    },
    get size(): number {
      return people.size;
    },
    result: (): Read => ({ people: [...people.values()], companies: [...companies.values()] }),
  };
}
