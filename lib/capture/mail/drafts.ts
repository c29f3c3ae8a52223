import type { Candidate, CompanyDraft, PersonDraft } from '../../domain/schema/draft.ts';
import { companyDraftFields, personDraftFields } from '../../domain/schema/draft.ts';
import type { CompanyEvidence, Evidence, PersonEvidence } from '../subjects.ts';

type Source = { url: string; now: number };

/** What makes two readings of a value the same. */
function keyOf(value: unknown): string {
  if (typeof value === 'string') return value.toLowerCase().replace(/\/+$/, '');
  if (value && typeof value === 'object') {
    if ('kind' in value && 'text' in value) {
      const phone = value as { e164?: string; text: string; ext?: string };
      return phone.e164 ?? phone.text.replace(/\D/g, '');
    }
    if ('text' in value) return String(value.text).toLowerCase();
  }
  return String(value);
}

function candidates<T>(list: Evidence<T>[], { url, now }: Source): Candidate<T>[] {
  const found = new Map<string, Candidate<T>>();
  for (const { value, confidence, detector, snippet, line } of list) {
    const place = { url, at: now, detector, snippet: snippet.slice(0, 120), ...(line !== undefined && { line }) };
    const known = found.get(keyOf(value));
    if (!known) found.set(keyOf(value), { value, confidence, provenance: [place] });
    else {
      known.provenance.push(place);
      known.confidence = Math.max(known.confidence, confidence);
    }
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

function fieldsOf(fields: { [key: string]: Evidence<unknown>[] | undefined }, source: Source) {
  return Object.fromEntries(Object.entries(fields).map(([field, list]) => [field, candidates(list ?? [], source)]));
}

/** A short stable mark of a text: the same person in the same mail gets the same draft. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (const c of text) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** From what was read of the people and companies of a mail to drafts with ranked candidates. In: evidence, and where and when it was read. */
export function mailDrafts(
  people: PersonEvidence[],
  companies: CompanyEvidence[],
  source: Source,
): { people: PersonDraft[]; companies: CompanyDraft[] } {
  const ids = new Map<CompanyEvidence, string>();
  const firms = companies.map((evidence, i): CompanyDraft => {
    const fields = companyDraftFields.parse(fieldsOf(evidence.fields, source));
    const id = `company-${mark(`${fields.name[0]?.value ?? fields.domain[0]?.value ?? i}`)}`;
    ids.set(evidence, id);
    return { kind: 'company', id, fields, role: evidence.role, confidence: evidence.confidence };
  });
  const persons = people.map((evidence, i): PersonDraft => {
    const fields = personDraftFields.parse(fieldsOf(evidence.fields, source));
    const key = `${fields.name[0]?.value ?? ''}|${fields.emails[0]?.value ?? (fields.name[0] ? '' : i)}`;
    const companyDraftId = evidence.company && ids.get(evidence.company);
    return {
      kind: 'person',
      id: `person-${mark(key)}`,
      fields,
      partial: evidence.partial ?? false,
      ...(companyDraftId && { companyDraftId }),
      confidence: evidence.confidence,
    };
  });
  return { people: persons, companies: firms };
}
