import { isFreeMailDomain } from '../domain/normalize/domain.ts';
import {
  type Candidate,
  type CompanyDraft,
  companyDraftFields,
  mostValue,
  type PersonDraft,
  personDraftFields,
} from '../domain/schema/draft.ts';
import { companyFields, personFields } from '../domain/schema/field.ts';
import type { Phone } from '../domain/schema/value.ts';
import { firmKey } from './companies-names.ts';
import type { CompanyEvidence, Evidence, PersonEvidence, SubjectSet } from './subjects.ts';
import { personKey } from './subjects-merge.ts';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

/** Key under which two readings of one value meet. */
function valueKey(field: string, value: unknown): string {
  if (field === 'phones') {
    const { e164, text, ext } = value as Phone;
    return `${e164 ?? text.replace(/\D/g, '')}x${ext ?? ''}`;
  }
  if (field === 'website' || field === 'links')
    return String(value)
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/[/#?]+$/, '')
      .toLowerCase();
  if (typeof value === 'string')
    return field === 'vatId' || field === 'creditCode' ? value.replace(/\W/g, '').toLowerCase() : fold(value);
  const { street, postalCode, city, text } = value as {
    street?: string;
    postalCode?: string;
    city?: string;
    text: string;
  };
  return street || postalCode ? fold(`${street ?? ''} ${postalCode ?? ''} ${city ?? ''}`) : fold(text);
}

/** Evidence of one field → ranked candidates: readings of the same value become one, surer with each independent detector. */
function candidates<T>(
  field: string,
  many: boolean,
  evidence: Evidence<T>[],
  where: { url: string; at: number },
): Candidate<T>[] {
  const byKey = new Map<string, Candidate<T>>();
  for (const e of evidence) {
    const key = valueKey(field, e.value);
    if (key === '') continue;
    const provenance = {
      ...where,
      detector: e.detector,
      snippet: e.snippet.slice(0, 120),
      ...(e.line !== undefined && { line: e.line }),
      ...(e.frameId !== undefined && { frameId: e.frameId }),
    };
    const known = byKey.get(key);
    if (!known) byKey.set(key, { value: e.value, confidence: e.confidence, provenance: [provenance] });
    else {
      const fresh = !known.provenance.some((p) => p.detector === provenance.detector);
      known.confidence = Math.min(0.99, Math.max(known.confidence, e.confidence) + (fresh ? 0.04 : 0.01));
      if (known.provenance.length < 8) known.provenance.push(provenance);
    }
  }
  const list = [...byKey.values()];
  return many ? list.slice(0, 40) : list.sort((a, b) => b.confidence - a.confidence).slice(0, 8);
}

/** A short stable id from words: the same words give the same id. */
export function stableId(words: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < words.length; i++) {
    const c = words.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return ((b >>> 0).toString(36) + (a >>> 0).toString(36)).padStart(12, '0');
}

const page = (url: string): string => url.replace(/#(?![!/]).*$/, '');

function idsFor(url: string): (kind: string, key: string) => string {
  const used = new Map<string, number>();
  return (kind, key) => {
    const words = `${kind}|${page(url)}|${key}`;
    const times = used.get(words) ?? 0;
    used.set(words, times + 1);
    return `${kind[0]}_${stableId(times ? `${words}|${times}` : words)}`;
  };
}

type FieldsIn = { [field: string]: Evidence<unknown>[] | undefined };
function ranked(
  fields: object,
  specs: Record<string, { many: boolean }>,
  where: { url: string; at: number },
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [field, list] of Object.entries(fields as FieldsIn)) {
    const spec = specs[field];
    const values = list?.filter(({ value }) => typeof value !== 'string' || value.length <= mostValue);
    if (spec && values?.length) out[field] = candidates(field, spec.many, values, where);
  }
  return out;
}

/** In: merged subjects and where and when they were read. Out: drafts, the page's own company first, the rest in page order; or all in the order given. */
export function draftsOf(
  subjects: SubjectSet,
  where: { url: string; at: number },
  sorting: 'page' | 'given' = 'page',
): { people: PersonDraft[]; companies: CompanyDraft[] } {
  const id = idsFor(where.url);
  const ids = new Map<CompanyEvidence, string>();
  const order = (s: PersonEvidence | CompanyEvidence): number =>
    s.from ?? s.fields.name?.[0]?.line ?? Number.MAX_SAFE_INTEGER;
  const leads = /^(?:own|publisher)$/;
  const companies = [...subjects.companies];
  const listed = [...subjects.people];
  // a mail's sender stands first, wherever their signature stands
  if (sorting === 'page') {
    companies.sort((a, b) => Number(leads.test(b.role)) - Number(leads.test(a.role)) || order(a) - order(b));
    listed.sort((a, b) => (a.fields.name?.[0]?.line ?? order(a)) - (b.fields.name?.[0]?.line ?? order(b)));
  }
  const companyDrafts = companies.map((c): CompanyDraft => {
    const fields = companyDraftFields.parse(ranked(c.fields, companyFields, where));
    fields.domain = fields.domain.filter((d) => !isFreeMailDomain(d.value));
    const draftId = id('company', firmKey(fields.name[0]?.value ?? '') || (fields.domain[0]?.value ?? ''));
    ids.set(c, draftId);
    return { kind: 'company', id: draftId, fields, role: c.role, confidence: c.confidence };
  });
  const personDrafts = listed.map((p): PersonDraft => {
    const fields = personDraftFields.parse(ranked(p.fields, personFields, where));
    const firm = p.company?.fields.name?.[0];
    if (fields.companyName.length === 0 && p.company && firm) {
      const best = companyDrafts.find((d) => d.id === (p.company && ids.get(p.company)))?.fields.name[0];
      if (best) fields.companyName = [{ ...best, provenance: best.provenance.slice(0, 1) }];
    }
    const companyDraftId = p.company && ids.get(p.company);
    return {
      kind: 'person',
      id: id('person', `${personKey(fields.name[0]?.value ?? '')}${p.partial ? `@${firmKey(firm?.value ?? '')}` : ''}`),
      fields,
      partial: p.partial ?? false,
      ...(p.inbound && { leadSource: { group: 'inbound' as const, name: '' } }),
      ...(companyDraftId && { companyDraftId }),
      confidence: p.confidence,
    };
  });
  return { people: personDrafts, companies: companyDrafts };
}
