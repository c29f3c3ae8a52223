import type { CompanyDraft } from '../domain/schema/draft.ts';
import type { CompanyField, PersonField } from '../domain/schema/field.ts';
import type { Address, Phone } from '../domain/schema/value.ts';

/** One reading of one value: what, how sure, and where it was read. The snippet is the words it stood in, at most 120 characters. */
export type Evidence<T = string> = {
  value: T;
  confidence: number;
  /** Name of the detector, e.g. `jsonld`, `text-phone`, `link`. */
  detector: string;
  snippet: string;
  /** Line of the outline; absent for values with no visible text. */
  line?: number;
  frameId?: number;
};

type ValueOf<F> = F extends 'phones' ? Phone : F extends 'addresses' ? Address : string;
export type PersonEvidenceFields = { [F in PersonField]?: Evidence<ValueOf<F>>[] };
export type CompanyEvidenceFields = { [F in CompanyField]?: Evidence<ValueOf<F>>[] };

export type CompanyEvidence = {
  kind: 'company';
  /** Needs `name`, or a domain that can stand in for it; a company with neither is dropped. */
  fields: CompanyEvidenceFields;
  role: CompanyDraft['role'];
  confidence: number;
  /** First and last line of the outline it takes up, where it has visible text. */
  from?: number;
  to?: number;
};

export type PersonEvidence = {
  kind: 'person';
  /** Needs `name`. */
  fields: PersonEvidenceFields;
  /** Only part of a name is known (王先生, Mr Smith). */
  partial?: boolean;
  /** They asked for us: a web form filled in, a contact handed on to us. */
  inbound?: boolean;
  confidence: number;
  /** The organisation they belong to: the very object that stands in the list of companies (identity, not equality). */
  company?: CompanyEvidence;
  from?: number;
  to?: number;
};

export type SubjectSet = { people: PersonEvidence[]; companies: CompanyEvidence[] };

/** Cuts the words around a value down to what provenance may hold. */
export function snippetOf(text: string, start = 0, end = text.length): string {
  if (text.length <= 120) return text;
  const from = Math.max(0, Math.min(start - Math.floor((120 - Math.min(end - start, 120)) / 2), text.length - 120));
  return text.slice(from, from + 120).trim();
}

type ElementOf<L> = NonNullable<L> extends (infer E)[] ? E : never;

/** Adds a value to a field of a subject. */
export function addEvidence<F extends object, K extends keyof F>(fields: F, field: K, evidence: ElementOf<F[K]>): void {
  const list = fields[field] as ElementOf<F[K]>[] | undefined;
  if (list) list.push(evidence);
  else fields[field] = [evidence] as F[K];
}
