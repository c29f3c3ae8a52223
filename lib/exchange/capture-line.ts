import type { Candidate, CompanyDraft, PersonDraft, Reading } from '../domain/schema/draft.ts';

const first = <T>(list: Candidate<T>[]): T | undefined => list[0]?.value;
const values = <T>(list: Candidate<T>[]): T[] => list.map((c) => c.value);
/** Leaves out what is unknown, so that a line holds only what was read. */
const known = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)),
  );

function personLine({ fields: f, partial, confidence }: PersonDraft) {
  return {
    name: first(f.name) ?? '',
    ...(partial && { partial }),
    ...known({
      honorific: first(f.honorific),
      jobTitle: first(f.jobTitle),
      department: first(f.department),
      company: first(f.companyName),
    }),
    emails: values(f.emails),
    phones: values(f.phones),
    addresses: values(f.addresses),
    links: values(f.links),
    ...known({ wechat: first(f.wechat), qq: first(f.qq), whatsapp: first(f.whatsapp) }),
    confidence,
  };
}

function companyLine({ fields: f, role, confidence }: CompanyDraft) {
  return {
    name: first(f.name) ?? '',
    role,
    ...known({ domain: first(f.domain), website: first(f.website) }),
    emails: values(f.emails),
    phones: values(f.phones),
    addresses: values(f.addresses),
    links: values(f.links),
    ...known({
      legalForm: first(f.legalForm),
      registerNumber: first(f.registerNumber),
      registerCourt: first(f.registerCourt),
      vatId: first(f.vatId),
      creditCode: first(f.creditCode),
      representatives: values(f.representatives),
      registeredCapital: first(f.registeredCapital),
      founded: first(f.founded),
      employees: first(f.employees),
      industry: first(f.industry),
      products: first(f.products),
      scope: first(f.scope),
      stand: first(f.stand),
      wechat: first(f.wechat),
      qq: first(f.qq),
      whatsapp: first(f.whatsapp),
    }),
    confidence,
  };
}

/** A reading as the one JSON object that `npm run capture -- --json` prints for an input. */
export function captureLine(input: string, reading: Reading) {
  return {
    input,
    url: reading.url,
    ms: Math.round(reading.ms * 10) / 10,
    msPage: Math.round(reading.msPage * 10) / 10,
    people: reading.people.map(personLine),
    companies: reading.companies.map(companyLine),
    ...(reading.mail && { mail: reading.mail }),
  };
}
