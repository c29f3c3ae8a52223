import { useCallback, useRef, useState } from 'react';
import {
  PackFileError,
  type PackFileProblem,
  packEnding,
  packFile,
  readPackFile,
} from '../../lib/exchange/pack/pack-file.ts';
import { openBook } from '../../lib/storage/book.ts';
import type { LeadPatch } from '../../lib/storage/edit.ts';
import { noteOut } from '../../lib/storage/ledger.ts';
import { keptChoices } from '../../lib/storage/packs/kept-choices.ts';
import { leadsOnList } from '../../lib/storage/packs/leads-on-list.ts';
import { makePack, type PackRequest } from '../../lib/storage/packs/make-pack.ts';
import type { PackPlan } from '../../lib/storage/packs/plan-pack.ts';
import { senderName } from '../../lib/storage/packs/sender.ts';
import { recentPacks, writePack } from '../../lib/storage/packs/write-pack.ts';
import { addProfile } from '../../lib/storage/profiles.ts';
import { undoAction } from '../../lib/storage/undo.ts';
import type { Store } from './use-book.ts';
import { download } from './use-export.ts';
import { useFromBook } from './use-from-book.ts';

export type { PackChoice } from '../../lib/domain/pack-choice.ts';
export type { KeptChoice } from '../../lib/storage/packs/kept-choices.ts';
export type { PackPlan, PackRow } from '../../lib/storage/packs/plan-pack.ts';
export type { PackFileProblem };

export type PackAsk = Pick<PackRequest, 'by' | 'touches' | 'tasks' | 'rules'> & {
  /** Those on this list, or these; absent: everything. */
  list?: string;
  leadIds?: string[];
  passphrase: string;
  /** What the file is called, without its ending. */
  called: string;
};

/** Makes a pack and hands it to the browser as a download. Out: the file's name, how many leads; none where there is nothing. */
export async function savePack({
  list,
  leadIds: these,
  passphrase,
  called,
  ...ask
}: PackAsk): Promise<{ name: string; count: number }> {
  const book = await openBook();
  const now = Date.now();
  const leadIds = these ?? (list === undefined ? undefined : await leadsOnList(book, list));
  const pack = await makePack(book, { ...ask, now, ...(leadIds && { leadIds }) });
  const living = pack.leads.filter(({ life }) => !life.deleted).length;
  if (living === 0) return { name: '', count: 0 };
  const name = `${called}-${new Date(now).toISOString().slice(0, 10)}${packEnding}`;
  download(await packFile(pack, passphrase || undefined), name);
  await noteOut(book, { at: now, what: 'pack', where: name, count: living, ...(leadIds && { leadIds }) });
  return { name, count: living };
}

/** Where taking a pack over stands. */
export type TakeState = {
  busy?: 'reading' | { done: number; total: number };
  /** It is encrypted: the file waits for its passphrase; `wrong` after a wrong one. */
  sealed?: { file: File; wrong: boolean };
  problem?: PackFileProblem | { detail: string };
  plan?: PackPlan;
  done?: { actionId: string | undefined; counts: PackPlan['counts'] };
};

/** Taking a pack over, step by step: open, look at what it would do, take it over. Each says failures in `problem`. */
export function useTakePack() {
  const [state, setState] = useState<TakeState>({});
  const abort = useRef<AbortController>(undefined);
  const open = useCallback(async (file: File, passphrase?: string) => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setState({ busy: 'reading' });
    try {
      const pack = await readPackFile(file, passphrase);
      const { planPack } = await import('../../lib/storage/packs/plan-pack.ts');
      const onProgress = (done: number, total: number) => setState({ busy: { done, total } });
      const plan = await planPack(await openBook(), pack, Date.now(), onProgress, controller.signal);
      setState({ plan });
    } catch (cause) {
      if (controller.signal.aborted) return;
      if (!(cause instanceof PackFileError))
        return setState({ problem: { detail: cause instanceof Error ? cause.message : String(cause) } });
      const { problem } = cause;
      const asks = problem === 'sealed' || (problem === 'passphrase' && passphrase !== undefined);
      setState(asks ? { sealed: { file, wrong: problem === 'passphrase' } } : { problem });
    }
  }, []);
  const cancel = useCallback(() => {
    abort.current?.abort();
    setState({});
  }, []);
  /** In: the plan, values that the user wants otherwise than it says (by lead), whether the rules come along. */
  const take = useCallback(async (plan: PackPlan, others: ReadonlyMap<string, LeadPatch>, rules: boolean) => {
    setState({ busy: 'reading' });
    try {
      const book = await openBook();
      const now = Date.now();
      const action = await writePack(book, plan, now, others);
      if (rules) for (const profile of plan.pack.profiles) await addProfile(book, profile, now);
      setState({ done: { actionId: action?.actionId, counts: plan.counts } });
    } catch (cause) {
      setState({ plan, problem: { detail: cause instanceof Error ? cause.message : String(cause) } });
    }
  }, []);
  return { state, open, cancel, take };
}

const meta: readonly Store[] = ['meta'];

/** What colleagues see a pack come from, where the user says nothing else. */
export const usePackSender = (): string => useFromBook('', senderName, meta).value ?? '';

const watched: readonly Store[] = ['people', 'companies', 'meta'];

/** Packs that were taken over. */
export const useRecentPacks = () => useFromBook('', (book) => recentPacks(book), watched);

/** What was chosen when a pack was taken over. In: its action. */
export const useKeptChoices = (actionId: string) =>
  useFromBook(actionId, (book) => keptChoices(book, actionId), watched);

/** Takes the taking over of a pack back. Rejects where it did not work. */
export const undoPack = async (actionId: string) => undoAction(await openBook(), actionId, Date.now());
