import type { IcpProfile } from '../domain/schema/icp.ts';
import type { ScoreChange, ScoreMark, ScoreRow } from '../domain/schema/score.ts';
import { compileProfile } from '../scoring/compile.ts';
import { type Run, type Scores, tierCodes } from '../scoring/table.ts';
import type { Book } from './book.ts';
import { activeProfile } from './profiles.ts';
import { announceScores } from './score-event.ts';
import { scoredAnew } from './score-input.ts';
import { changedSince, manyChanges, type ScoreLeads } from './score-leads.ts';
import { read, tell, write } from './transact.ts';

type Cause = ScoreChange['cause'];
/** What the scores of the book were worked out from. */
type Kept = { profile: string; day: string; seq: number };
/** A score that is another than it was; without `old` it is the first. */
type Move = { row: ScoreRow; old: ScoreRow | undefined };
const keptKey = 'scored';
const batchSize = 1000;

/** Held while scores are written: pages that would write the same wait, and then find it done. */
const scoresLock = 'book-scores';

const dayOf = (now: number): string => new Date(now).toDateString();

/** Tells one content of a profile from another. */
function signOf(profile: IcpProfile): string {
  const text = JSON.stringify(profile);
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return `${profile.id}.${profile.revision}.${text.length}.${hash}`;
}

const isSame = (a: ScoreRow, b: ScoreRow): boolean =>
  a.tier === b.tier && a.total === b.total && a.fit === b.fit && a.engagement === b.engagement && a.gated === b.gated;
const markOf = ({ fit, engagement, total, tier }: ScoreRow): ScoreMark => ({ fit, engagement, total, tier });

const rowOf = (scores: Scores, at: number): ScoreRow => ({
  leadId: scores.ids[at] as string,
  fit: scores.fit[at] as number,
  engagement: scores.engagement[at] as number,
  total: scores.total[at] as number,
  tier: tierCodes[scores.tier[at] as number] ?? '?',
  gated: scores.gated[at] === 1,
});

/**
 * Keeps the scores in the book what they would be if worked out now, and writes down what moved them. In: the book, its leads
 * in memory. Out: `settle`, to be called on opening, after writes, after publishing and each day.
 */
export function createScoreKeeper(book: Book, leads: ScoreLeads) {
  async function keep(state: Kept): Promise<void> {
    await write(book, ['meta'], (tx) => tx.objectStore('meta').put({ key: keptKey, value: state }));
  }

  /** Writes rows that changed, with what moved them, and takes out those that are gone. The lock is held: nobody else writes. */
  async function put(moves: readonly Move[], gone: readonly string[], now: number, causeOf: (id: string) => Cause) {
    for (let from = 0; from < Math.max(moves.length, gone.length); from += batchSize) {
      const part = moves.slice(from, from + batchSize);
      const leaving = gone.slice(from, from + batchSize);
      await write(book, ['scores', 'scoreChanges'], async (tx) => {
        const kept = tx.objectStore('scores');
        const work = part.flatMap(({ row, old }) => {
          const change: ScoreChange = {
            leadId: row.leadId,
            at: now,
            cause: old ? causeOf(row.leadId) : 'data',
            ...(old && { before: markOf(old) }),
            after: markOf(row),
          };
          return [kept.put(row), tx.objectStore('scoreChanges').add(change)];
        });
        await Promise.all([...work, ...leaving.map((id) => kept.delete(id))]);
      });
    }
  }

  async function all(profile: IcpProfile, now: number, run: Run, causeOf: (id: string) => Cause): Promise<void> {
    const scores = await leads.use(now, run, (table) => {
      table.setNow(now);
      return table.scores(profile, run);
    });
    // Lists follow at once; what is written down takes its time.
    announceScores(scores);
    tell({ stores: ['scores'] });
    const kept = await read(book, ['scores'], (tx) => tx.objectStore('scores').getAll());
    const before = new Map(kept.map((row) => [row.leadId, row]));
    const moves: Move[] = [];
    for (let at = 0; at < scores.ids.length; at++) {
      const row = rowOf(scores, at);
      const old = before.get(row.leadId);
      before.delete(row.leadId);
      if (!old || !isSame(old, row)) moves.push({ row, old });
    }
    await put(moves, [...before.keys()], now, causeOf);
    if (moves.length + before.size > 0) tell({ stores: ['scores'] });
  }

  async function some(profile: IcpProfile, now: number, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const { inputs, gone } = await scoredAnew(book, ids);
    const ready = compileProfile(profile);
    const rows = inputs.map((input): ScoreRow => {
      const { fit, engagement, total, tier, gates } = ready.score(input, now);
      return { leadId: input.lead.id, fit, engagement, total, tier, gated: gates.length > 0 };
    });
    const { before, leaving } = await read(book, ['scores'], async (tx) => {
      const kept = tx.objectStore('scores');
      return {
        before: await Promise.all(rows.map(({ leadId }) => kept.get(leadId))),
        leaving: await Promise.all(gone.map((id) => kept.getKey(id))),
      };
    });
    const moves = rows
      .map((row, at): Move => ({ row, old: before[at] }))
      .filter(({ row, old }) => !old || !isSame(old, row));
    const left = leaving.filter((id) => id !== undefined);
    await put(moves, left, now, () => 'data');
    const told = [...moves.map(({ row }) => row.leadId), ...left];
    if (told.length > 0) tell({ stores: ['scores'], leadIds: told });
  }

  return {
    /**
     * Brings the scores up to date: what was changed, or everything where the rules or the day are others than last time.
     * In: the time, leads known to have changed beside what the history tells. Rejects with `BookError`.
     */
    async settle(now: number, run: Run, touched: readonly string[] = []): Promise<void> {
      await navigator.locks.request(scoresLock, async () => {
        const [profile, row] = await Promise.all([
          activeProfile(book),
          read(book, ['meta'], (tx) => tx.objectStore('meta').get(keptKey)),
        ]);
        const before = row?.value as Kept | undefined;
        const { ids, seq } = await changedSince(book, before?.seq ?? 0);
        const state: Kept = { profile: signOf(profile), day: dayOf(now), seq };
        const isRule = before !== undefined && before.profile !== state.profile;
        const isWhole = before === undefined || isRule || before.day !== state.day;
        const changed = ids && [...new Set([...ids, ...touched])];
        if (isWhole || !changed || changed.length > manyChanges) {
          const ofData = new Set(changed);
          const other: Cause = isRule ? 'rule' : before?.day !== state.day ? 'time' : 'data';
          await all(profile, now, run, (id) => (!changed || ofData.has(id) ? 'data' : other));
        } else await some(profile, now, changed);
        if (before?.profile !== state.profile || before.day !== state.day || before.seq !== state.seq)
          await keep(state);
      });
    },
  };
}
