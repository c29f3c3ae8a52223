import type { AdapterReading } from '../../domain/schema/draft.ts';
import type { PageSnapshot } from '../../domain/schema/snapshot.ts';
import { firmKey, sameFirm } from '../companies-names.ts';
import { countryOf } from '../country.ts';
import { type Page, pageOf } from '../lines.ts';
import type { CompanyEvidence, Evidence, PersonEvidence, SubjectSet } from '../subjects.ts';
import { personKey } from '../subjects-merge.ts';
import type { AdapterKind, Range, SiteAdapter } from './adapter.ts';
import { fitsPattern, patternOf } from './hosts.ts';
import { adapters } from './registry.ts';

/** What an adapter makes of a snapshot: whom it shows, and what is left for the general reading. */
export type Adapted = {
  reading: AdapterReading;
  found: SubjectSet;
  /** The whole page, which says what the list is called and how long it is. */
  page: Page;
  /** The snapshot without what is about nobody; line numbers stay as they are. */
  rest: PageSnapshot;
  /** Takes the site itself out of what the general reading found on it. */
  correct(general: SubjectSet): SubjectSet;
};

/** The site's reader found nothing: the general reading stands alone, but for the site itself. */
export type Failed = { reading: AdapterReading; found?: undefined; correct: Adapted['correct'] };

const homes = adapters.map((adapter) => ({ adapter, patterns: adapter.matches.map(patternOf) }));

/** The adapter at home at an address, or undefined. */
export function adapterFor(url: string): SiteAdapter | undefined {
  const at = URL.parse(url);
  return at ? homes.find(({ patterns }) => patterns.some((pattern) => fitsPattern(pattern, at)))?.adapter : undefined;
}

/** Somebody whom only the general reading sees on a page of firms must be shown clearly. */
const sureEnough = 0.75;

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

/** Whether a value of the general reading is the platform's own: its address, or a link to somewhere on it. */
const isPlatforms = (evidence: Evidence<unknown>, adapter: SiteAdapter): boolean =>
  evidence.detector === 'page-address' ||
  (typeof evidence.value === 'string' && adapterFor(evidence.value) === adapter);

function corrector(adapter: SiteAdapter, kind: AdapterKind, found: SubjectSet): Adapted['correct'] {
  const nameOf = (subject: PersonEvidence | CompanyEvidence): string => subject.fields.name?.[0]?.value ?? '';
  const firms = found.companies.map((c) => firmKey(nameOf(c)));
  const persons = new Set(found.people.map((p) => personKey(nameOf(p))));
  const isKnown = (company: CompanyEvidence): boolean => firms.some((key) => sameFirm(key, firmKey(nameOf(company))));
  return ({ people, companies }) => {
    // on the page of one person what is said of their firm is theirs; elsewhere a firm that the site's reader does not see is its frame
    const keptFirms = kind === 'profile' ? [] : companies.filter(isKnown);
    const keptPeople = people.filter((p) => {
      if (persons.has(personKey(nameOf(p)))) return true;
      // a piece of a name that is known in full is nobody else
      const piece = p.partial || [...persons].some((key) => key.split(' ').includes(personKey(nameOf(p))));
      return !ofPeople(kind) && !piece && p.confidence >= sureEnough;
    });
    for (const subject of [...keptFirms, ...keptPeople]) {
      const fields: { links?: Evidence[]; website?: Evidence[]; domain?: Evidence[] } = subject.fields;
      for (const field of ['links', 'website', 'domain'] as const)
        if (fields[field]) fields[field] = fields[field].filter((x) => !isPlatforms(x, adapter));
    }
    return { people: keptPeople, companies: keptFirms };
  };
}

/** Takes out the firm that is only the site's own name. */
const withoutSite =
  (adapter: SiteAdapter): Adapted['correct'] =>
  ({ people, companies }) => {
    const site = firmKey(adapter.site);
    const kept = companies.filter(({ fields }) => {
      const name = fields.name?.[0]?.value ?? '';
      const key = firmKey(name);
      return (!key.startsWith(site) && key !== firmKey(adapter.id)) || fields.legalForm !== undefined;
    });
    for (const { fields } of kept) {
      if (fields.website) fields.website = fields.website.filter((x) => !isPlatforms(x, adapter));
      if (fields.domain) fields.domain = fields.domain.filter((x) => !isPlatforms(x, adapter));
    }
    return { people, companies: kept };
  };

/**
 * Asks the adapter of the page's site, if it has one. In: a snapshot and the country to assume. Out: what it says; where it
 * finds nobody on a page that it knows, only that (the general reading then stands alone); undefined where no adapter applies.
 */
export function adapt(
  snapshot: PageSnapshot,
  options: { country?: string | undefined; frameId?: number | undefined },
): Adapted | Failed | undefined {
  const adapter = adapterFor(snapshot.url);
  if (!adapter) return undefined;
  const page = pageOf(snapshot, options.frameId);
  const kind = adapter.detect(page);
  if (!kind) return undefined;
  const { notLeads, ...found } = adapter.collect(page, { kind, country: countryOf(page, options.country) });
  if (found.people.length + found.companies.length === 0)
    return {
      reading: { id: adapter.id, kind, coverage: {}, entries: 0, seemsChanged: true },
      correct: withoutSite(adapter),
    };
  const entries = (ofPeople(kind) ? found.people : found.companies).length;
  return {
    reading: { id: adapter.id, kind, coverage: coverageOf(kind, found), entries },
    found,
    page,
    rest: without(snapshot, notLeads, adapter.site),
    correct: corrector(adapter, kind, found),
  };
}
