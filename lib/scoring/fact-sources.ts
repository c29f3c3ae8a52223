/** Where a field of rules has its values from: fields of the company, of its people, or of whichever lead is scored. */
export type FactSource = { of: 'company' | 'people' | 'any'; fields: readonly string[] };

const madeOf: Record<string, readonly string[]> = {
  'company.website': ['website', 'domain'],
  'company.emailKind': ['emails'],
  'company.phoneKind': ['phones'],
  'company.address': ['addresses'],
  'company.country': ['addresses'],
  'company.region': ['addresses'],
  'company.city': ['addresses'],
  'company.postalCode': ['addresses'],
  'company.about': ['industry', 'products', 'scope'],
  'people.department': ['jobTitle'],
  'people.seniority': ['jobTitle'],
  'people.role': ['jobTitle'],
  'people.statedDepartment': ['department'],
  'people.emailKind': ['emails'],
  'people.phoneKind': ['phones'],
  'people.country': ['addresses'],
  'people.city': ['addresses'],
};
/** Counted or set, read nowhere. */
const nowhere = new Set(['people.count', 'lead.completeness', 'lead.kind', 'lead.createdAt', 'lead.updatedAt']);
const kept: Record<string, string> = { source: 'leadSource', sourceName: 'leadSource' };

/** The fields of leads behind a field of rules: their receipts say where a fact was read. Undefined where it is read nowhere. */
export function factSource(field: string): FactSource | undefined {
  if (field.startsWith('own.')) return { of: 'any', fields: [field] };
  const [of, name = ''] = field.split('.');
  if (nowhere.has(field) || of === 'interactions') return undefined;
  if (of === 'lead') return { of: 'any', fields: [kept[name] ?? name] };
  if (of !== 'company' && of !== 'people') return undefined;
  return { of, fields: madeOf[field] ?? [name] };
}
