import { useCallback, useEffect, useRef, useState } from 'react';
import { createImporter, ImportCancelled, type Importer } from '../../lib/exchange/import/import-client.ts';
import type {
  FileView,
  ImportRequest,
  ImportSource,
  ImportStep,
  ImportSummary,
  ResultFilter,
  ResultPage,
} from '../../lib/exchange/import/session-types.ts';

export type { FileView, ImportRequest, ImportStep, ImportSummary, ResultFilter, ResultPage };

/** Where an import stands: nothing chosen, the columns, the dry run, done; and what is under way. */
export type ImportState = {
  file?: FileView;
  summary?: ImportSummary;
  /** The book was changed between the dry run and the writing. */
  changed?: boolean;
  /** `ids`: of how many the other system's id was taken; without `actionId` that was all. */
  done?: { actionId?: string; ids: number; preset?: string; summary: ImportSummary };
  busy?: ImportStep | 'opening';
  cancelled?: boolean;
  /** What went wrong, and the way to do it again. */
  failure?: { detail: string; retry: () => void };
};

/**
 * An import in its worker, step by step. Out: where it stands, and the ways on; each says failures in `failure`.
 */
export function useImport() {
  const [state, setState] = useState<ImportState>({});
  const importer = useRef<Importer>(undefined);
  const started = (): Importer => {
    importer.current ??= createImporter();
    return importer.current;
  };
  useEffect(
    () => () => {
      importer.current?.close();
      importer.current = undefined;
    },
    [],
  );

  const run = useCallback(
    async (busy: ImportStep | 'opening', work: () => Promise<(state: ImportState) => ImportState>) => {
      const again = () => void run(busy, work);
      setState(({ failure: _failure, cancelled: _cancelled, ...before }) => ({ ...before, busy }));
      try {
        const next = await work();
        setState(({ busy: _busy, ...before }) => next(before));
      } catch (cause) {
        const ended =
          cause instanceof ImportCancelled
            ? { cancelled: true }
            : { failure: { detail: cause instanceof Error ? cause.message : String(cause), retry: again } };
        setState(({ busy: _busy, ...before }) => ({ ...before, ...ended }));
      }
    },
    [],
  );
  const onStep = (busy: ImportStep) => setState((before) => (before.busy ? { ...before, busy } : before));

  return {
    state,
    /** Opens a file or text, or the same one anew as the user says it is. */
    open: (source: ImportSource) =>
      run('opening', async () => {
        const file = await started().ask('open', source);
        return () => ({ file });
      }),
    plan: (request: ImportRequest) =>
      run({ step: 'reading', done: 0, total: 0 }, async () => {
        const summary = await started().ask('plan', request, onStep);
        return (before) => ({ ...(before.file && { file: before.file }), summary });
      }),
    page: useCallback((filter: ResultFilter, offset: number, limit: number): Promise<ResultPage> => {
      if (!importer.current) return Promise.resolve({ rows: [], total: 0 });
      return importer.current.ask('page', { filter, offset, limit });
    }, []),
    write: (summary: ImportSummary) =>
      run({ step: 'writing', done: 0, total: 0 }, async () => {
        const answer = await started().ask('write', null, onStep);
        if ('changed' in answer) return (before) => ({ ...before, summary: answer.changed, changed: true });
        return ({ file }) => ({ done: { ...answer, summary, ...(file?.preset && { preset: file.preset }) } });
      }),
    refused: (words: Record<string, string>, heading: string): Promise<string> =>
      started().ask('refused', { words, heading }),
    cancel: () => importer.current?.cancel(),
    /** Back to the columns. */
    backToColumns: () => setState(({ file }) => (file ? { file } : {})),
    startOver: () => setState({}),
  };
}
export type Import = ReturnType<typeof useImport>;
