import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { entriesAround, findCards } from '../../lib/capture/recipes/cards.ts';
import {
  entriesLike,
  fieldsOf,
  type Lesson,
  learnCard,
  learnField,
  lessonOf,
} from '../../lib/capture/recipes/learn.ts';
import { pathHint, recipeHost } from '../../lib/capture/recipes/match.ts';
import {
  type CardAnchor,
  type FieldAnchor,
  type Recipe,
  type RecipeField,
  recipe,
} from '../../lib/domain/schema/recipe.ts';
import type { PickAct } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/transport.ts';
import { openBook } from '../../lib/storage/book.ts';
import { putRecipes } from '../../lib/storage/recipes.ts';

export type { PickAct, Recipe, RecipeField };
/** What is pointed at. */
export type Target = 'card' | RecipeField;
export type TeachTrouble = {
  why: 'outside' | 'noText' | 'time' | 'gone' | 'noGrant' | 'failed';
  detail: string;
};
export type Preview = { count: number; rows: { name: string; more: string }[] };

/** What an entry of each kind can be taught to say, in the order in which it is shown. */
export const teachFields: Record<Recipe['kind'], readonly RecipeField[]> = {
  person: ['name', 'jobTitle', 'companyName', 'phones', 'emails', 'addresses', 'stand', 'links', 'wechat'],
  company: ['name', 'contact', 'phones', 'emails', 'website', 'addresses', 'stand', 'industry', 'links', 'wechat'],
};

type Learnt = { anchors: FieldAnchor[]; text: string };
type Taught = {
  cards: CardAnchor[];
  fields: ReadonlyMap<RecipeField, Learnt>;
  /** The page as last seen. */
  lesson?: Lesson;
  entries: number;
};
const nothing: Taught = { cards: [], fields: new Map(), entries: 0 };
const mostAnchors = 4;

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** What was taught so far as a recipe; undefined until an entry and its name are known. */
function recipeOf(
  { cards, fields, lesson }: Taught,
  kind: Recipe['kind'],
  name: string,
  id: string,
): Recipe | undefined {
  const url = lesson?.page.url ?? '';
  const known = new Map([...fields].filter(([field]) => teachFields[kind].includes(field)));
  const made = recipe.safeParse({
    id,
    name,
    kind,
    host: recipeHost(url),
    path: pathHint(url),
    cards,
    fields: fieldsOf(new Map([...known].map(([field, { anchors }]) => [field, anchors]))),
    createdAt: Date.now(),
  });
  return made.success ? made.data : undefined;
}

function previewOf(taught: Taught, made: Recipe | undefined): Preview | undefined {
  if (!made || !taught.lesson) return undefined;
  const { page, labels } = taught.lesson;
  const cards = findCards(page, labels, made)?.cards ?? [];
  const rows = cards.slice(0, 3).map(({ values }) => ({
    name: values.get('name')?.text ?? '',
    more: [...values]
      .filter(([field, value]) => field !== 'name' && value.text !== '')
      .map(([, value]) => value.text)
      .join(' · '),
  }));
  return { count: cards.length, rows };
}

/** Teaching a page by pointing. In: the tab, and what its entries most likely are. Out: what was taught so far, what it finds, and the ways to point, forget and keep. */
export function useTeach(tabId: number, likely: Recipe['kind']) {
  const [kind, setKind] = useState(likely);
  const [taught, setTaught] = useState<Taught>(nothing);
  const [target, setTarget] = useState<Target>();
  const [trouble, setTrouble] = useState<TeachTrouble>();
  const latest = useRef(taught);
  const turn = useRef(0);

  const learn = useCallback((next: Taught) => {
    latest.current = next;
    setTaught(next);
  }, []);

  const act = useCallback(
    async (what: PickAct) => {
      await sendMessage('pick.act', { tabId, act: what });
    },
    [tabId],
  );

  /** Lets the user point. Out: whether something was learnt. In: the target, and the words shown on the page. */
  const point = useCallback(
    async (what: Target, words: { label: string; hint: string }): Promise<boolean> => {
      turn.current += 1;
      const mine = turn.current;
      setTrouble(undefined);
      setTarget(what);
      try {
        const picked = await sendMessage('pick.start', { tabId, mode: what === 'card' ? 'card' : 'field', ...words });
        if (mine !== turn.current) return false;
        if (!picked.ok) {
          if (picked.why !== 'ended') setTrouble({ why: picked.why, detail: picked.detail });
          return false;
        }
        const lesson = lessonOf(picked.snapshot);
        const before = latest.current;
        if (what === 'card') {
          const cards = [...before.cards, learnCard(lesson, picked.spot.block)].slice(-mostAnchors);
          learn({ ...before, cards, lesson, entries: entriesLike(lesson, [picked.spot.block]).length });
          return true;
        }
        const entries = entriesAround(lesson.page, before.cards, picked.spot);
        const learnt = learnField(lesson, entries, picked.spot);
        if (!learnt) {
          setTrouble({ why: 'outside', detail: '' });
          return false;
        }
        const anchors = [...(before.fields.get(what)?.anchors ?? []), learnt.anchor].slice(-mostAnchors);
        learn({ ...before, lesson, fields: new Map(before.fields).set(what, { anchors, text: learnt.text }) });
        return true;
      } catch (cause) {
        if (mine === turn.current) setTrouble({ why: 'failed', detail: reasonOf(cause) });
        return false;
      } finally {
        if (mine === turn.current) setTarget(undefined);
      }
    },
    [tabId, learn],
  );

  const forget = useCallback(
    (what: Target) => {
      const before = latest.current;
      if (what === 'card') return learn(nothing);
      const fields = new Map(before.fields);
      fields.delete(what);
      learn({ ...before, fields });
    },
    [learn],
  );

  // A panel that closes or goes elsewhere leaves no pane over the page.
  useEffect(
    () => () => {
      turn.current += 1;
      void sendMessage('pick.act', { tabId, act: 'end' }).catch(() => undefined);
    },
    [tabId],
  );

  const made = useMemo(() => recipeOf(taught, kind, 'preview', 'preview'), [taught, kind]);
  const preview = useMemo(() => previewOf(taught, made), [taught, made]);

  /** Keeps it under a name. Throws `BookError`. */
  const keep = useCallback(
    async (name: string): Promise<Recipe | undefined> => {
      const whole = recipeOf(latest.current, kind, name, crypto.randomUUID());
      if (whole) await putRecipes(await openBook(), [whole]);
      return whole;
    },
    [kind],
  );

  return {
    kind,
    setKind,
    entries: taught.cards.length > 0 ? taught.entries : undefined,
    texts: useMemo(() => new Map([...taught.fields].map(([field, { text }]) => [field, text])), [taught]),
    target,
    trouble,
    preview,
    point,
    act,
    forget,
    keep,
  };
}
