import type { Condition, IcpRule } from '../domain/schema/icp.ts';
import { type Attraction, attractions, type MatchingSetup, matchingSetup } from '../domain/schema/matching.ts';

const steps = (id: string, name: string, list: [Condition, number][]): IcpRule => ({
  kind: 'tiers',
  id,
  name,
  tiers: list.map(([when, points]) => ({ when, points })),
});
const rule = (id: string, name: string, when: Condition, points: number): IcpRule => ({
  kind: 'points',
  id,
  name,
  when,
  points,
});
const employees = (least: number): Condition => ({ field: 'company.employees', op: 'gte', value: least });
const founded = (year: number): Condition => ({ field: 'company.founded', op: 'gte', value: year });

/**
 * Rules to begin with: they ask for what pages and the book usually tell. Ids are fixed, so that names can be translated by them.
 * In: the time, the user's own country if it is known. Out: a setup without a word on our own capability.
 */
export function starterMatching(now: number, country?: string): MatchingSetup {
  const year = new Date(now).getUTCFullYear();
  const rules: Record<Attraction, IcpRule[]> = {
    purchases: [
      steps('match.size', 'Size', [
        [employees(1000), 100],
        [employees(250), 80],
        [employees(50), 60],
        [employees(10), 40],
        [{ field: 'company.employees', op: 'lt', value: 10 }, 20],
      ]),
      {
        kind: 'event',
        id: 'match.orders',
        name: 'Orders so far',
        events: ['order'],
        points: 30,
        most: 3,
        decay: { kind: 'halfLife', days: 365 },
      },
    ],
    growth: [
      steps('match.age', 'Age', [
        [founded(year - 5), 70],
        [founded(year - 15), 45],
        [{ field: 'company.founded', op: 'lt', value: year - 15 }, 25],
      ]),
      {
        kind: 'event',
        id: 'match.lately',
        name: 'Met or ordered lately',
        events: ['meeting', 'order'],
        points: 20,
        most: 2,
        decay: { kind: 'window', days: 180 },
      },
    ],
    intangible: [
      rule('match.name', 'A name that others know', employees(500), 40),
      rule('match.fairs', 'Shows itself at fairs', { field: 'company.stand', op: 'known' }, 20),
      rule('match.word', 'Came by word of mouth', { field: 'lead.source', op: 'is', value: 'introduction' }, 40),
      rule('match.public', 'Speaks in public', { field: 'company.links', op: 'known' }, 20),
    ],
    cost: [
      rule(
        'match.talk',
        'Much talk, no order',
        {
          all: [
            { field: 'interactions.count', op: 'gte', value: 8 },
            { not: { field: 'interactions.kinds', op: 'is', value: 'order' } },
          ],
        },
        60,
      ),
      ...(country
        ? [rule('match.abroad', 'Abroad', { not: { field: 'company.country', op: 'is', value: country } }, 40)]
        : []),
    ],
    risk: [
      rule(
        'match.ending',
        'Winding up',
        {
          field: 'company.name',
          op: 'contains',
          value: ['in liquidation', 'in abwicklung', 'i. l.', 'insolven', '清算', '破产'],
        },
        100,
      ),
      rule(
        'match.freeMail',
        'Writes from a free-mail address',
        { field: 'company.emailKind', op: 'in', value: ['free', 'disposable'] },
        40,
      ),
      rule('match.new', 'Founded last year or later', founded(year - 1), 30),
    ],
  };
  return matchingSetup.parse({
    version: 1,
    rules: {
      version: 1,
      id: 'matching',
      name: 'Matching',
      coverage: 0,
      // "engagement" lets a group count events too; the axes of scores are not looked at here.
      groups: attractions.map((id) => ({ id, name: id, axis: 'engagement', rules: rules[id] })),
    },
  });
}
