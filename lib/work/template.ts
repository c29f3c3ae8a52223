import { parseName } from '../domain/normalize/name.ts';
import type { Company, Lead, Person } from '../domain/schema/lead.ts';

/** What a template may ask for. */
export const templateFields = [
  'firstName',
  'lastName',
  'name',
  'honorific',
  'jobTitle',
  'company',
  'city',
  'country',
  'myName',
] as const;
export type TemplateField = (typeof templateFields)[number];

export type TemplateValues = Partial<Record<TemplateField, string>>;

/** A text with its fields filled in. `missing` names those that are not known and say nothing else instead. */
export type Filled = { text: string; missing: string[] };

const isField = (name: string): name is TemplateField => (templateFields as readonly string[]).includes(name);

/** What is known of a lead for a template. In: the lead, their company, the user's name. */
export function templateValues(lead: Lead, company: Company | undefined, myName: string): TemplateValues {
  const address = lead.addresses[0] ?? company?.addresses[0];
  const firm = lead.kind === 'company' ? lead.name : (company?.name ?? lead.companyName);
  const values: Partial<Record<TemplateField, string | undefined>> = {
    ...(lead.kind === 'person' && nameValues(lead)),
    company: firm,
    city: address?.city,
    country: address?.country,
    myName: myName || undefined,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as TemplateValues;
}

function nameValues({ name, honorific, jobTitle }: Person): Partial<Record<TemplateField, string | undefined>> {
  if (!name) return { honorific, jobTitle };
  const { given, family } = parseName(name);
  return { name, firstName: given, lastName: family, honorific, jobTitle };
}

/**
 * Fills the fields of a text: `{firstName}` by what is known, else what stands behind the bar in `{firstName|there}`, else
 * nothing, and then it is missing. Braces that name no field stay as they are. In: the text, what is known.
 */
export function fillTemplate(text: string, values: TemplateValues): Filled {
  const missing = new Set<string>();
  const filled = text.replace(/\{\s*(\w+)\s*(?:\|([^{}]*))?\}/g, (whole, name: string, otherwise?: string) => {
    if (!isField(name)) return whole;
    const value = values[name]?.trim() || otherwise;
    if (value === undefined) missing.add(name);
    return value ?? '';
  });
  return { text: filled, missing: [...missing] };
}

/** Longest address that mail programs take over whole. */
const longest = 2000;

/**
 * The address that opens the user's own mail with a message in it. In: to whom, subject, text. Out: the address, and whether
 * the text was left out because it would be too long for one.
 */
export function mailtoUrl(to: string, subject: string, body: string): { url: string; cut: boolean } {
  // Lines end as in mail; spaces as %20, since mail programs show a plus sign as one.
  const query = (parts: [string, string][]) =>
    parts.map(([key, value]) => `${key}=${encodeURIComponent(value.replace(/\r?\n/g, '\r\n'))}`).join('&');
  const address = encodeURIComponent(to).replace('%40', '@');
  const whole = `mailto:${address}?${query([
    ['subject', subject],
    ['body', body],
  ])}`;
  if (whole.length <= longest) return { url: whole, cut: false };
  return { url: `mailto:${address}?${query([['subject', subject]])}`, cut: true };
}
