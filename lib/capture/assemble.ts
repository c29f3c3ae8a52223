import type { Reading } from '../domain/schema/draft.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';
import { adapt } from './adapters/adapt.ts';
import { draftsFromStructured, settledByStructured } from './detectors/structured.ts';
import { type View, viewOf } from './lines-view.ts';
import { listInfoOf } from './list-info.ts';
import type { SubjectSet } from './subjects.ts';
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
};

/** Keys of the people who wrote the page: they are named on it, but not as somebody to reach. */
function authorsOf(snapshot: PageSnapshot): Set<string> {
  const names = snapshot.structured.filter((s) => s.role === 'author' && s.name).map((s) => s.name ?? '');
  if (snapshot.meta.author) names.push(snapshot.meta.author);
  return new Set(names.map(personKey).filter((key) => key !== ''));
}

function subjectsOf(snapshot: PageSnapshot, view: View, now: number): SubjectSet[] {
  const structured = draftsFromStructured(snapshot.structured, {
    url: snapshot.url,
    now,
    country: view.country,
    article: view.article,
  });
  const text = settledByStructured(subjectsInText(view, structured), snapshot.structured);
  if (view.article) {
    const authors = authorsOf(snapshot);
    text.people = text.people.filter((p) => !authors.has(personKey(p.fields.name?.[0]?.value ?? '')));
  }
  return [text, structured];
}

/**
 * From what the page script saw to drafts: detectors over lines → evidence → subjects → ranked candidates → drafts.
 * In: the page's snapshot and those of its readable frames. Out: the reading, without times. Pure; never throws on page data.
 */
export function assemble(snapshots: PageSnapshot[], options: AssembleOptions): Omit<Reading, 'ms' | 'msPage'> {
  const [main] = snapshots;
  const where = { url: main?.url ?? '', at: options.now };
  const views: View[] = [];
  let adapter: Reading['adapter'];
  const sets = snapshots.flatMap((snapshot, i) => {
    const frameId = i === 0 ? undefined : (options.frameIds?.[i] ?? i);
    const country = views[0]?.country ?? options.country;
    const adapted = adapt(snapshot, { country, frameId });
    adapter ??= adapted?.reading;
    const rest = adapted?.found ? adapted.rest : snapshot;
    const view = viewOf(rest, { ...(country && { country }), ...(frameId !== undefined && { frameId }) });
    views.push(view);
    const general = subjectsOf(rest, view, options.now);
    // a reader made for the site speaks first; the general reading adds what it left open
    return adapted?.found ? [adapted.found, ...general.map(adapted.correct)] : general;
  });
  const { people, companies } = draftsOf(mergeSubjects(sets), where);
  const [view] = views;
  const list = view && listInfoOf(view, Math.max(people.length, companies.length - 1));
  return {
    url: where.url,
    title: main?.meta.title ?? '',
    at: options.now,
    ...(view?.country && { country: view.country }),
    people,
    companies,
    ...(list && { list }),
    ...(adapter && { adapter }),
    closedFrames: snapshots.flatMap((s) => s.closedFrames),
    truncated: snapshots.some((s) => s.truncated !== 'no'),
  };
}
