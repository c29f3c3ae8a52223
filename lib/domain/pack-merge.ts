import { type Interaction, nextStep, type Stamp } from './schema/lead.ts';
import type { PackLead, PackState, Register } from './schema/pack.ts';
import type { Task } from './schema/task.ts';
import type { Provenance } from './schema/value.ts';
import { stepId } from './step-id.ts';

/**
 * Merging of packs. Everything in it is the larger of two by an order in which no two different things are equal, so that the
 * result hangs neither on what came first nor on how often it came: merging is idempotent, commutative and associative.
 */

/** A value typed by a person goes before any other; of the rest, what was read goes before what a file said. */
const ranks: Record<Stamp['by'], number> = { user: 3, capture: 2, merge: 2, import: 1 };

/** Text of a value in which equal values are equal, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${parts.join(',')}}`;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Why one register goes before another: what the screen says of a choice. */
export type Deciding = 'typed' | 'newer' | 'rank' | 'origin' | 'value' | 'same';

/** Which of two registers wins (above 0: the first), and by what. */
export function compareRegisters(a: Register, b: Register): { wins: number; by: Deciding } {
  const typed = Number(a.stamp.by === 'user') - Number(b.stamp.by === 'user');
  if (typed !== 0) return { wins: typed, by: 'typed' };
  const rank = ranks[a.stamp.by] - ranks[b.stamp.by];
  if (rank !== 0) return { wins: rank, by: 'rank' };
  if (a.stamp.at !== b.stamp.at) return { wins: a.stamp.at - b.stamp.at, by: 'newer' };
  const origin = order(a.stamp.origin, b.stamp.origin);
  if (origin !== 0) return { wins: origin, by: 'origin' };
  const value = order(canonical(a), canonical(b));
  return { wins: value, by: value === 0 ? 'same' : 'value' };
}

const largerRegister = (a: Register, b: Register): Register => (compareRegisters(a, b).wins >= 0 ? a : b);

/** Of two things the one whose canonical text is larger. */
const larger = <T>(a: T, b: T): T => (canonical(a) >= canonical(b) ? a : b);

function united<T>(a: Record<string, T>, b: Record<string, T>, pick: (a: T, b: T) => T): Record<string, T> {
  const result: [string, T][] = [];
  for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
    const [x, y] = [Object.hasOwn(a, key) ? a[key] : undefined, Object.hasOwn(b, key) ? b[key] : undefined];
    if (x !== undefined && y !== undefined) result.push([key, pick(x, y)]);
    else if (x !== undefined) result.push([key, x]);
    else if (y !== undefined) result.push([key, y]);
  }
  // fromEntries makes properties of its own, whatever a key is called.
  return Object.fromEntries(result);
}

/** Places of one value: each spot once, as it was last seen there. */
function unitedPlaces(a: Provenance[], b: Provenance[]): Provenance[] {
  const spots = new Map<string, Provenance>();
  for (const place of [...a, ...b]) {
    const spot = canonical([place.url, place.detector, place.snippet]);
    const known = spots.get(spot);
    spots.set(spot, !known || place.at > known.at ? place : place.at < known.at ? known : larger(place, known));
  }
  return [...spots.values()].sort((x, y) => x.at - y.at || order(canonical(x), canonical(y)));
}

/** Later wins; of two at one moment the living one, so that a deletion taken back stays taken back. */
function laterLife(a: PackLead['life'], b: PackLead['life']): PackLead['life'] {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.deleted !== b.deleted) return a.deleted ? b : a;
  return a.origin >= b.origin ? a : b;
}

type Steps = NonNullable<PackLead['steps']>;

/** A lead has one next step: the one that gives way to another is a further task, which some book may know as taken away or done. */
function stepThatGivesWay({ fields: { nextStep: a } }: PackLead, { fields: { nextStep: b } }: PackLead): Steps {
  if (!a || !b) return {};
  const { wins } = compareRegisters(a, b);
  const { value, stamp } = wins > 0 ? b : a;
  const step = nextStep.safeParse(value);
  if (wins === 0 || !step.success) return {};
  const id = stepId('', step.data);
  return Object.fromEntries([[id, { ...step.data, id, createdAt: step.data.createdAt ?? stamp.at }]]);
}

/** Two copies of one lead as one. */
export function mergeLeads(a: PackLead, b: PackLead): PackLead {
  const steps = [a.steps ?? {}, b.steps ?? {}, stepThatGivesWay(a, b)].reduce((x, y) => united(x, y, furtherTask));
  return {
    ids: [...new Set([...a.ids, ...b.ids])].sort(),
    kind: a.kind,
    createdAt: Math.min(a.createdAt, b.createdAt),
    fields: united(a.fields, b.fields, largerRegister),
    lists: united(a.lists, b.lists, (x, y) => united(x, y, largerRegister)),
    places: united(a.places, b.places, unitedPlaces),
    life: laterLife(a.life, b.life),
    ...(Object.keys(steps).length > 0 && { steps }),
  };
}

/** Leads that share an id are one; which ones do may only come out by a third. */
function mergeAll(leads: PackLead[]): PackLead[] {
  const byId = new Map<string, PackLead>();
  for (const lead of leads) {
    const same = new Set(lead.ids.flatMap((id) => byId.get(`${lead.kind} ${id}`) ?? []));
    // Alone it is merged with itself: so it takes the one form that every merged one has.
    const whole = [...same].reduce(mergeLeads, mergeLeads(lead, lead));
    for (const id of whole.ids) byId.set(`${lead.kind} ${id}`, whole);
  }
  return [...new Set(byId.values())].sort((a, b) => order(`${a.ids[0]} ${a.kind}`, `${b.ids[0]} ${b.kind}`));
}

function mergeById<T extends { id: string }>(all: T[], pick: (a: T, b: T) => T): T[] {
  const byId = new Map<string, T>();
  for (const one of all) {
    const known = byId.get(one.id);
    byId.set(one.id, known ? pick(known, one) : one);
  }
  return [...byId.values()].sort((a, b) => order(a.id, b.id));
}

/** A task that was done stays done; else the one that was set last, then the one put off the furthest, then any, but always the same. */
export function furtherTask(a: Task, b: Task): Task {
  const [doneA, doneB] = [a.doneAt ?? 0, b.doneAt ?? 0];
  if (doneA !== doneB) return doneA > doneB ? a : b;
  const [setA, setB] = [a.changedAt ?? a.createdAt, b.changedAt ?? b.createdAt];
  if (setA !== setB) return setA > setB ? a : b;
  const [dueA, dueB] = [a.dueAt ?? 0, b.dueAt ?? 0];
  if (dueA !== dueB) return dueA > dueB ? a : b;
  return larger(a, b);
}

/** Two books' worth of packs as one. */
export const mergePacks = (a: PackState, b: PackState): PackState => ({
  leads: mergeAll([...a.leads, ...b.leads]),
  interactions: mergeById<Interaction>([...a.interactions, ...b.interactions], larger),
  tasks: mergeById<Task>([...a.tasks, ...b.tasks], furtherTask),
});
