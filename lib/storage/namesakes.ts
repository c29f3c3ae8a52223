import type { Draft, PersonDraft } from '../domain/schema/draft.ts';
import type { TrayItem } from '../domain/schema/tray.ts';

/** What tells two people of one name apart: ways to reach them that are theirs alone. */
function marksOf({ fields }: PersonDraft): Set<string> {
  const marks = [...fields.emails, ...fields.links, ...fields.wechat].map(({ value }) => value.toLowerCase());
  return new Set([...marks, ...fields.phones.map(({ value }) => value.e164 ?? value.text)]);
}

const nameOf = (draft: PersonDraft) => draft.fields.name[0]?.value ?? '';
const isDisjoint = (a: Set<string>, b: Set<string>) => a.size > 0 && b.size > 0 && ![...a].some((mark) => b.has(mark));

/**
 * Keeps two people of one name apart in a list that shows only the rows in view: a page numbers its namesakes as it sees
 * them, so that whoever is left alone would take the other's place. In: what the tray has, and the drafts just read.
 * Out: the drafts, each under the id that it had.
 */
export function withKnownIds(old: readonly TrayItem[], drafts: readonly Draft[]): Draft[] {
  const known = new Map<string, PersonDraft[]>();
  for (const { draft } of old) {
    if (draft.kind !== 'person' || nameOf(draft) === '') continue;
    known.set(nameOf(draft), [...(known.get(nameOf(draft)) ?? []), draft]);
  }
  const taken = new Set<string>();
  return drafts.map((draft) => {
    if (draft.kind !== 'person') return draft;
    const marks = marksOf(draft);
    const namesakes = known.get(nameOf(draft)) ?? [];
    const same = namesakes.find((each) => !taken.has(each.id) && [...marksOf(each)].some((mark) => marks.has(mark)));
    let { id } = same ?? draft;
    const isOther = (taker: string) =>
      taken.has(taker) || namesakes.some((each) => each.id === taker && isDisjoint(marksOf(each), marks));
    for (let n = 2; !same && isOther(id); n++) id = `${draft.id}.${n}`;
    taken.add(id);
    return id === draft.id ? draft : { ...draft, id };
  });
}
