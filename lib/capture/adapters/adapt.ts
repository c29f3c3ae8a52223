import type { AdapterReading } from '../../domain/schema/draft.ts';
import type { PageSnapshot } from '../../domain/schema/snapshot.ts';
import { domainLabel, firmKey } from '../companies-names.ts';
import { pageOf } from '../lines.ts';
import type { CompanyEvidence, PersonEvidence, SubjectSet } from '../subjects.ts';
import type { AdapterKind, Range, SiteAdapter } from './adapter.ts';
import { matchesPattern } from './hosts.ts';
import { adapters } from './registry.ts';

/** What an adapter makes of a snapshot: whom it shows, and what is left for the general reading. */
export type Adapted = {
  reading: AdapterReading;
  found: SubjectSet;
  /** The snapshot without what is about nobody; line numbers stay as they are. */
  rest: PageSnapshot;
  /** Takes the site itself out of what the general reading found on it. */
  correct(general: SubjectSet): SubjectSet;
};

/** The adapter at home at an address, or undefined. */
export function adapterFor(url: string): SiteAdapter | undefined {
  return adapters.find((adapter) => adapter.matches.some((pattern) => matchesPattern(pattern, url)));
}

const ofPeople = (kind: AdapterKind): boolean => kind === 'profile' || kind === 'people';

/** For each field the share of the subjects that have it: of people on pages of people, else of companies. */
function coverageOf(kind: AdapterKind, { people, companies }: SubjectSet): Record<string, number> {
  const subjects: (PersonEvidence | CompanyEvidence)[] =
    ofPeople(kind) && people.length > 0 ? people : companies.filter((c) => c.role !== 'mentioned');
  const counts: Record<string, number> = {};
  for (const subject of subjects)
    for (const [field, list] of Object.entries(subject.fields))
      if (list?.length) counts[field] = (counts[field] ?? 0) + 1;
  return Object.fromEntries(
    Object.entries(counts).map(([field, n]) => [field, Math.round((n / subjects.length) * 100) / 100]),
  );
}

function without(snapshot: PageSnapshot, ranges: Range[], site: string): PageSnapshot {
  const gone = new Uint8Array(snapshot.outline.lines.length);
  for (const { from, to } of ranges) gone.fill(1, from, to + 1);
  const { siteName: _site, ...meta } = snapshot.meta;
  const name = site.toLowerCase();
  const title = meta.title
    .split(/\s+[|·–-]\s+|\s*[_｜]\s*/)
    .filter((part) => !part.toLowerCase().includes(name))
    .join(' | ');
  return {
    ...snapshot,
    meta: { ...meta, title },
    outline: {
      ...snapshot.outline,
      lines: snapshot.outline.lines.map((line, i) => (gone[i] ? { b: line.b, s: '' } : line)),
    },
    structured: snapshot.structured.map((item) =>
      // indices between items must hold: what is about nobody stays as an item that says nothing
      item.line !== undefined && gone[item.line]
        ? { ...item, kind: 'unknown' as const, type: 'none', name: '', urls: [] }
        : item,
    ),
  };
}

function corrector(adapter: SiteAdapter, url: string, found: SubjectSet): Adapted['correct'] {
  const names = new Set([
    firmKey(adapter.site),
    firmKey(domainLabel(URL.parse(url)?.hostname ?? '')),
    firmKey(adapter.id),
  ]);
  const own = found.companies.find((c) => c.role === 'own');
  const foundKeys = new Set(found.companies.map((c) => firmKey(c.fields.name?.[0]?.value ?? '')));
  return ({ people, companies }) => {
    const kept = companies.filter((company) => {
      const key = firmKey(company.fields.name?.[0]?.value ?? '');
      if (foundKeys.has(key)) return true;
      if (names.has(key)) return false;
      // a page that the adapter knows whose it is has no second owner, and a list has none at all
      return !/^(?:own|publisher)$/.test(company.role) || (!own && found.companies.length + found.people.length === 0);
    });
    for (const { fields } of kept) {
      // the platform's address is not the firm's
      if (fields.domain) fields.domain = fields.domain.filter((x) => x.detector !== 'page-address');
      if (fields.website) fields.website = fields.website.filter((x) => x.detector !== 'page-address');
    }
    return { people, companies: kept };
  };
}

/**
 * Asks the adapter of the page's site, if it has one. In: a snapshot and the country to assume. Out: what it says; where it
 * finds nobody on a page that it knows, only that (the general reading then stands alone); undefined where no adapter applies.
 */
export function adapt(
  snapshot: PageSnapshot,
  options: { country?: string | undefined; frameId?: number | undefined },
): Adapted | { reading: AdapterReading; found?: undefined } | undefined {
  const adapter = adapterFor(snapshot.url);
  if (!adapter) return undefined;
  const page = pageOf(snapshot, options.frameId);
  const kind = adapter.detect(page);
  if (!kind) return undefined;
  const { notLeads, ...found } = adapter.collect(page, { kind, country: options.country });
  if (found.people.length + found.companies.length === 0)
    return { reading: { id: adapter.id, kind, coverage: {}, entries: 0, seemsChanged: true } };
  const entries = (ofPeople(kind) ? found.people : found.companies).length;
  return {
    reading: { id: adapter.id, kind, coverage: coverageOf(kind, found), entries },
    found,
    rest: without(snapshot, notLeads, adapter.site),
    correct: corrector(adapter, snapshot.url, found),
  };
}
