import type { Reading } from '../domain/schema/draft.ts';
import type { Recipe, RecipeUse } from '../domain/schema/recipe.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';
import { adapt } from './adapters/adapt.ts';
import { codePictures } from './code/code-pictures.ts';
import { domainFit, isPress } from './companies-names.ts';
import { draftsFromStructured, settledByStructured } from './detectors/structured.ts';
import type { Page } from './lines.ts';
import { type View, viewOf } from './lines-view.ts';
import { listInfoOf } from './list-info.ts';
import { markPhonePictures } from './phone-pictures.ts';
import { type Applied, applyRecipes } from './recipes/apply.ts';
import type { CompanyEvidence, SubjectSet } from './subjects.ts';
import { draftsOf } from './subjects-drafts.ts';
import { mergeSubjects, personKey } from './subjects-merge.ts';
import { subjectsInText } from './subjects-text.ts';

export type AssembleOptions = {
  /** Epoch milliseconds of the reading. */
  now: number;
  /** Country to assume for numbers without a code when the page tells none (ISO). */
  country?: string;
  /** Frame of each snapshot, in their order; the page itself is frame 0. */
  frameIds?: number[];
  /** What the user taught by pointing; those of other sites are left aside. */
  recipes?: readonly Recipe[];
};

/** Keys of the people who wrote the page: they are named on it, but not as somebody to reach. */
function authorsOf(snapshot: PageSnapshot): Set<string> {
  const names = snapshot.structured.filter((s) => s.role === 'author' && s.name).map((s) => s.name ?? '');
  if (snapshot.meta.author) names.push(snapshot.meta.author);
  return new Set(names.map(personKey).filter((key) => key !== ''));
}

/** Whether a firm that only its data names is the portal that a page about somebody else is on: the address of the site spells it, and not the other. */
function isHost(company: CompanyEvidence, own: CompanyEvidence | undefined, view: View): boolean {
  const { name, phones, emails, addresses } = company.fields;
  if (own?.role !== 'own' || !own.fields.legalForm || !name?.[0] || phones || emails || addresses) return false;
  const { site } = view.page;
  return domainFit(name[0].value, site) >= 0.8 && (own.fields.name ?? []).every((n) => domainFit(n.value, site) === 0);
}

function subjectsOf(snapshot: PageSnapshot, view: View, now: number): SubjectSet[] {
  const structured = draftsFromStructured(snapshot.structured, {
    url: snapshot.url,
    now,
    country: view.country,
    article: view.article,
  });
  const text = settledByStructured(subjectsInText(view, structured), snapshot.structured);
  structured.companies = structured.companies.filter((c) => !isHost(c, text.companies[0], view));
  if (view.article) {
    structured.companies = structured.companies.filter((c) => !isPress(c.fields.name?.[0]?.value ?? ''));
    const authors = authorsOf(snapshot);
    text.people = text.people.filter((p) => !authors.has(personKey(p.fields.name?.[0]?.value ?? '')));
  }
  return [text, structured];
}

/** What the user taught comes first, after the page's own company; the general reading adds what it left open. */
function withTaught({ found, settle }: Applied, text: SubjectSet, others: SubjectSet[]): SubjectSet[] {
  const { people, companies } = settle(text);
  const [first] = companies;
  const own = first && first.role !== 'listed' && first.role !== 'mentioned' ? [first] : [];
  const rest = companies.slice(own.length);
  return [{ people: found.people, companies: [...own, ...found.companies] }, { people, companies: rest }, ...others];
}

/**
 * From what the page script saw to drafts: detectors over lines → evidence → subjects → ranked candidates → drafts.
 * In: the page's snapshot and those of its readable frames. Out: the reading, without times. Pure; never throws on page data.
 */
export function assemble(snapshots: PageSnapshot[], options: AssembleOptions): Omit<Reading, 'ms' | 'msPage'> {
  const [main] = snapshots;
  const where = { url: main?.url ?? '', at: options.now };
  const views: View[] = [];
  const uses: RecipeUse[] = [];
  let adapter: Reading['adapter'];
  const wholes: (Page | undefined)[] = [];
  const sets = snapshots.flatMap((snapshot, i) => {
    const frameId = i === 0 ? undefined : (options.frameIds?.[i] ?? i);
    const country = views[0]?.country ?? options.country;
    const adapted = adapt(snapshot, { country, frameId });
    adapter ??= adapted?.reading;
    wholes.push(adapted?.found && adapted.page);
    const rest = adapted?.found ? adapted.rest : snapshot;
    const view = viewOf(rest, { ...(country && { country }), ...(frameId !== undefined && { frameId }) });
    views.push(view);
    const taught = options.recipes?.length
      ? applyRecipes((adapted?.found && adapted.page) ?? view.page, options.recipes, country)
      : undefined;
    for (const use of taught?.uses ?? []) if (use.found > 0 || !uses.some(({ id }) => id === use.id)) uses.push(use);
    const seen = subjectsOf(rest, view, options.now);
    const all = adapted ? seen.map(adapted.correct) : seen;
    const [text, ...others] = all;
    const general = taught && text ? withTaught(taught, text, others) : all;
    if (!adapted?.found) return general;
    // what the user pointed at comes first, then the reader made for the site; the general reading adds what they left open
    return taught ? [...general, adapted.found] : [adapted.found, ...general];
  });
  const { people, companies } = draftsOf(mergeSubjects(sets), where);
  for (const view of views) markPhonePictures(view, people, companies);
  const [view] = views;
  const list =
    view && listInfoOf({ ...view, page: wholes[0] ?? view.page }, Math.max(people.length, companies.length - 1));
  const codes = views.reduce((sum, { page }) => sum + codePictures(page), 0);
  return {
    url: where.url,
    title: main?.meta.title ?? '',
    at: options.now,
    ...(view?.country && { country: view.country }),
    people,
    companies,
    ...(list && { list }),
    ...(adapter && { adapter }),
    ...(uses.length > 0 && { recipes: uses }),
    ...(codes > 0 && { codes }),
    closedFrames: snapshots.flatMap((s) => s.closedFrames),
    truncated: snapshots.some((s) => s.truncated !== 'no'),
  };
}
