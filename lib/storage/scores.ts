import type { IcpProfile, Tier } from '../domain/schema/icp.ts';
import type { ScoreChange } from '../domain/schema/score.ts';
import { type CompiledProfile, compileProfile } from '../scoring/compile.ts';
import { explain, type ScoreLine } from '../scoring/explain.ts';
import type { ScoreInput } from '../scoring/input.ts';
import { type BuyingRole, buyingRoleOf } from '../scoring/role.ts';
import type { Book } from './book.ts';
import { activeProfile } from './profiles.ts';
import { scoreInputs } from './score-input.ts';
import { read } from './transact.ts';

export type Reason = Pick<ScoreLine, 'rule' | 'name' | 'points' | 'facts'>;
/** What lists and cards show of a lead's score. */
export type ScoreBrief = {
  leadId: string;
  tier: Tier;
  total: number;
  fit: number;
  engagement: number;
  known: number;
  asked: number;
  /** Rules that disqualify it. */
  gates: { rule: string; name: string }[];
  /** What moved the score most: at most three, gains first. */
  reasons: Reason[];
  /** A person's part in a purchase, guessed from the title. */
  role?: BuyingRole;
};

let compiledLast: { text: string; compiled: CompiledProfile } | undefined;

/** A profile made ready; the last one is kept, since one list asks again and again. */
export function compiled(profile: IcpProfile): CompiledProfile {
  const text = JSON.stringify(profile);
  if (compiledLast?.text !== text) compiledLast = { text, compiled: compileProfile(profile) };
  return compiledLast.compiled;
}

/** The three lines that say most: what was gained, the most first, then what was taken. */
function reasonsOf(lines: readonly ScoreLine[]): Reason[] {
  return lines
    .filter(({ state, points }) => state === 'true' && points !== 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(({ rule, name, points, facts }) => ({ rule, name, points, facts }));
}

/** The brief of one input. In: a compiled profile, the lead's id, what it is scored by, its title where it is a person. */
export function briefOf(
  ready: CompiledProfile,
  leadId: string,
  input: ScoreInput,
  now: number,
  title?: string,
): ScoreBrief {
  const { tier, total, fit, engagement, known, asked, lines, gateRules } = explain(ready, input, now);
  return {
    leadId,
    tier,
    total,
    fit,
    engagement,
    known,
    asked,
    gates: gateRules.filter(({ state }) => state === 'true').map(({ rule, name }) => ({ rule, name })),
    reasons: reasonsOf(lines),
    ...(title && { role: buyingRoleOf(title) }),
  };
}

/** The brief of a company for one of its people, whose part in a purchase is their own. In: the brief, whose it is to be, their title. */
export const withRole = (brief: ScoreBrief, leadId: string, title: string | undefined): ScoreBrief => ({
  ...brief,
  leadId,
  ...(title && { role: buyingRoleOf(title) }),
});

/** The title of a person among those an input is of; undefined for a company. */
export const titleOf = ({ lead, people = [] }: ScoreInput, id: string): string | undefined =>
  lead.kind === 'person' ? lead.jobTitle : people.find((one) => one.id === id)?.jobTitle;

/** Scores of a few leads as they are now. In: ids of people and companies. Out: briefs by those ids. Throws `BookError`. */
export async function briefScores(
  book: Book,
  leadIds: readonly string[],
  now: number,
): Promise<Map<string, ScoreBrief>> {
  const [profile, inputs] = await Promise.all([activeProfile(book), scoreInputs(book, leadIds)]);
  return briefsOf(profile, inputs, now);
}

/** Briefs of inputs that were just read. In: the profile in force, inputs by the ids of leads. */
export function briefsOf(
  profile: IcpProfile,
  inputs: ReadonlyMap<string, ScoreInput>,
  now: number,
): Map<string, ScoreBrief> {
  const ready = compiled(profile);
  return new Map([...inputs].map(([id, input]) => [id, briefOf(ready, id, input, now, titleOf(input, id))]));
}

/** How a lead's score came to be what it is, the newest first; a person has the history of their company. Throws `BookError`. */
export async function scoreHistory(book: Book, id: string): Promise<ScoreChange[]> {
  const input = (await scoreInputs(book, [id])).get(id);
  const changes = await read(book, ['scoreChanges'], (tx) =>
    tx
      .objectStore('scoreChanges')
      .index('leadId')
      .getAll(input?.lead.id ?? id),
  );
  return changes.reverse();
}
