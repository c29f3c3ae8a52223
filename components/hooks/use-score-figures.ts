import { useCallback, useEffect, useRef, useState } from 'react';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { Histogram } from '../../lib/scoring/histogram.ts';
import type { Simulation } from '../../lib/scoring/simulate.ts';
import type { RuleTally } from '../../lib/scoring/tally.ts';
import { openBook } from '../../lib/storage/book.ts';
import { getLeads } from '../../lib/storage/read-leads.ts';
import type { ScoreOptions } from '../../lib/storage/score-client.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';
import { scoreWork } from './use-score-work.ts';

/** Edits come in rows: what they would change is worked out once they pause. */
const pauseMs = 120;

type Asked<T> = {
  value: T | undefined;
  /** The value belongs to what is asked now, not to what was asked before. */
  current: boolean;
  /** Share of the work that is done, while it takes long enough to be told. */
  progress: number | undefined;
  failure: BookFailure | undefined;
};

/**
 * Something worked out over all leads, again after each edit and each change of the book; an edit calls off what is under way.
 * In: a key that stands for the question (undefined: nothing is asked), the question. Out: the last answer until the next one.
 */
function useAsked<T>(key: string | undefined, ask: (options: ScoreOptions) => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ key: string; value: T }>();
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  const asked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the question; a new version of the book asks again
  useEffect(() => {
    if (key === undefined) return;
    const control = new AbortController();
    const run = async () => {
      try {
        const value = await ask({ signal: control.signal, onProgress: setProgress });
        if (control.signal.aborted) return;
        setFailure(undefined);
        setState({ key, value });
      } catch (cause) {
        if (control.signal.aborted) return;
        setFailure(bookFailure(cause));
      }
      setProgress(undefined);
    };
    const timer = setTimeout(() => void run(), asked.current ? pauseMs : 0);
    asked.current = true;
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [key, version]);
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.some((store) => store === 'people' || store === 'companies' || store === 'interactions'))
        setVersion((count) => count + 1);
    }, []),
  );
  return { value: state?.value, current: state !== undefined && state.key === key, progress, failure };
}

/** Names, revision and order move no lead: only what is asked and counted is part of the question. */
const keyOf = ({ name: _name, revision: _revision, ...rest }: IcpProfile): string => JSON.stringify(rest);

/** How the totals of all leads lie under a profile, and in which tiers. */
export const useHistogram = (profile: IcpProfile): Asked<Histogram> =>
  // Cut points only move where the tiers begin: the totals stay.
  useAsked(keyOf({ ...profile, cuts: { A: 3, B: 2, C: 1 } }), (options) =>
    scoreWork().ask('histogram', [profile], options),
  );

/** For how many leads each rule holds, surely does not, or waits for a fact. */
export const useRuleTally = (profile: IcpProfile): Asked<RuleTally> =>
  useAsked(keyOf({ ...profile, cuts: { A: 3, B: 2, C: 1 } }), (options) =>
    scoreWork().ask('tally', [profile], options),
  );

/** Who would change tier with a draft, and the workload; nothing is asked without a draft. In: it, what is in force, how many a week. */
export const useSimulation = (
  draft: IcpProfile | undefined,
  { id, revision }: IcpProfile,
  perWeek: number,
): Asked<Simulation> =>
  useAsked(draft && `${id}.${revision} ${perWeek} ${keyOf(draft)}`, (options) => {
    if (!draft) throw new Error('nothing to try');
    return scoreWork().ask('simulate', [draft, perWeek], options);
  });

/** A few leads by their ids, in that order. Out: undefined until they are there. */
export function useLeadsOf(ids: readonly string[]): { leads: Lead[] | undefined; failure: BookFailure | undefined } {
  const [leads, setLeads] = useState<{ key: string; leads: Lead[] }>();
  const [failure, setFailure] = useState<BookFailure>();
  const key = ids.join(' ');
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const wanted = key === '' ? [] : key.split(' ');
      const book = await openBook();
      const [companies, people] = await Promise.all([
        getLeads(book, 'company', wanted),
        getLeads(book, 'person', wanted),
      ]);
      const byId = new Map([...companies, ...people].map((lead) => [lead.id, lead]));
      if (!stopped) setLeads({ key, leads: wanted.flatMap((id) => byId.get(id) ?? []) });
    };
    load().catch((cause: unknown) => {
      if (!stopped) setFailure(bookFailure(cause));
    });
    return () => {
      stopped = true;
    };
  }, [key]);
  return { leads: leads?.key === key ? leads.leads : undefined, failure };
}

/** What both would have said of the leads that came to an end; nothing is asked without a draft. */
export const useBacktest = (draft: IcpProfile | undefined, { id, revision }: IcpProfile) =>
  useAsked(draft && `${id}.${revision} ${keyOf(draft)}`, (options) => {
    if (!draft) throw new Error('nothing to try');
    return scoreWork().ask('backtest', [draft], options);
  });
