import { useCallback, useEffect, useRef, useState } from 'react';
import { isoDay } from '../../lib/exchange/iso-day.ts';
import { createOutClient, type OutClient } from '../../lib/exchange/out/out-client.ts';
import type { OutFilter, OutPage, OutRequest, OutSummary } from '../../lib/exchange/out/out-types.ts';
import type { HandoverScope } from '../../lib/exchange/presets/hand-over.ts';
import { handoversOf, recentHandovers } from '../../lib/storage/handovers.ts';
import type { Store } from './use-book.ts';
import { download, type ExportStep, type ExportWords, exportLeads } from './use-export.ts';
import { useFromBook } from './use-from-book.ts';

export type { HandoverScope, OutFilter, OutPage, OutRequest, OutSummary };

export type OutState = {
  /** The dry run, and what it is of. */
  planned?: { request: OutRequest; summary: OutSummary; number: number };
  busy?: boolean;
  /** How far the file is that is being made. */
  step?: ExportStep;
  failure?: { detail: string; retry: () => void };
};

const extensions: Record<string, string> = { vcard: 'vcf', jsonl: 'jsonl', xlsx: 'xlsx' };

/** A hand-over in its worker. Out: where it stands, and the ways on; each says failures in `failure`. */
export function useHandover(words: () => ExportWords) {
  const [state, setState] = useState<OutState>({});
  const client = useRef<OutClient>(undefined);
  const file = useRef<AbortController>(undefined);
  const number = useRef(0);
  const started = (): OutClient => {
    client.current ??= createOutClient();
    return client.current;
  };
  const stop = useCallback(() => {
    client.current?.close();
    client.current = undefined;
    file.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);

  const isStopped = useCallback(() => file.current?.signal.aborted === true, []);
  const run = useCallback(
    async (work: () => Promise<(state: OutState) => OutState>): Promise<void> => {
      const again = () => void run(work);
      file.current = undefined;
      setState(({ failure: _failure, ...before }) => ({ ...before, busy: true }));
      const asked = client.current;
      try {
        const next = await work();
        setState(({ busy: _busy, ...before }) => next(before));
      } catch (cause) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        // Called off: the worker was closed.
        const isOver = (asked !== undefined && client.current !== asked) || isStopped();
        setState(({ busy: _busy, step: _step, ...before }) =>
          isOver ? before : { ...before, failure: { detail, retry: again } },
        );
      }
    },
    [isStopped],
  );

  /** Makes the file, hands it to the browser and remembers it. */
  const save = (scope: HandoverScope, onDone: (count: number, file: string) => void) =>
    run(async () => {
      const { request } = state.planned ?? {};
      if (!request) return (before) => before;
      const { target, kind } = request;
      let name = `${words().file}-${target}-${isoDay(Date.now())}.${extensions[target] ?? 'csv'}`;
      if (target === 'xlsx' || target === 'csv') {
        const ids = await started().ask('ids', scope);
        const choice = { format: target, separator: null, encoding: 'utf-8' } as const;
        const controller = new AbortController();
        file.current = controller;
        const ways = {
          isRemembered: true,
          signal: controller.signal,
          onStep: (step: ExportStep) => setState((before) => ({ ...before, step })),
        };
        ({ name } = await exportLeads({ kind, ids }, choice, words(), ways));
      } else {
        download(await started().ask('file', scope), name);
      }
      onDone(await started().ask('remember', { scope, file: name }), name);
      return () => ({});
    });

  return {
    state,
    plan: (request: OutRequest) =>
      run(async () => {
        const summary = await started().ask('plan', request);
        number.current += 1;
        return () => ({ planned: { request, summary, number: number.current } });
      }),
    page: useCallback(
      (filter: OutFilter, offset: number, limit: number): Promise<OutPage> =>
        client.current?.ask('page', { filter, offset, limit }) ?? Promise.resolve({ rows: [], total: 0 }),
      [],
    ),
    save,
    saveLeft: (scope: HandoverScope, heading: string, lacks: Record<string, string>, name: string) =>
      run(async () => {
        download(await started().ask('left', { scope, heading, words: lacks }), `${name}.csv`);
        return (before) => before;
      }),
    cancel: () => {
      stop();
      setState({});
    },
    /** Calls off the file that is being made; the dry run stays. */
    cancelFile: () => file.current?.abort(),
    back: () => setState({}),
  };
}

const watched: Store[] = ['handovers'];
const watchedOfLead: Store[] = ['handovers', 'people', 'companies'];

/** The last hand-overs, the newest first. */
export const useRecentHandovers = () => useFromBook('recent', (book) => recentHandovers(book), watched);

/** Where a lead went, and its ids there. */
export const useHandoversOf = (leadId: string) =>
  useFromBook(leadId, (book) => handoversOf(book, leadId), watchedOfLead);
