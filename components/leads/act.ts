import { i18n } from '#i18n';
import { bookFailure } from '../hooks/use-book.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { say, sayError } from '../ui/toast.tsx';

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** Does it, and says so when it did not work. Out: whether it worked. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (cause) {
    sayError(i18n.t('leads.actionFailed', [reason(cause)]), {
      label: i18n.t('leads.retry'),
      run: () => void attempt(work),
    });
    return false;
  }
}

/** More steps back than this nobody takes: the history of each lead has them all. */
const mostUndo = 50;
/** What was done on this page and can be taken back by a key, the last one at the end. */
let done: readonly Done[] = [];
/** An action, and what has to be taken back with it beside leads. */
type Done = { actionId: string; alsoBack?: (() => Promise<unknown>) | undefined };

/** Keeps an action for `undoLast`. */
export const rememberAction = (actionId: string, alsoBack?: Done['alsoBack']): void => {
  done = [...done.slice(1 - mostUndo), { actionId, alsoBack }];
};

/** Takes an action back and says so, with what was changed since and so stays, or why it cannot be. Rejects where something else went wrong. */
async function takeBack({ actionId, alsoBack }: Done): Promise<void> {
  try {
    const { conflicts } = await leadActions.undo(actionId);
    await alsoBack?.();
    say(conflicts.length > 0 ? i18n.t('clean.undoneBut', conflicts.length) : i18n.t('leads.undone'));
  } catch (cause) {
    if (bookFailure(cause).code !== 'later') throw cause;
    sayError(i18n.t('clean.later'));
  }
  // What waits for a later one to be taken apart must not stand in the way of what was done before it.
  done = done.filter((one) => one.actionId !== actionId);
}

/** Takes back what was done last on this page: an edit, a bulk change, a merge. */
export function undoLast(): void {
  const last = done.at(-1);
  if (last !== undefined) void attempt(() => takeBack(last));
}

/**
 * Does something that can be taken back: once it is stored says what was done and offers undo. In: the work, what is said, what
 * has to be taken back beside leads.
 */
export function attemptWithUndo(
  work: () => Promise<{ actionId: string }>,
  said: string,
  alsoBack?: () => Promise<unknown>,
): Promise<boolean> {
  return attempt(async () => {
    const { actionId } = await work();
    rememberAction(actionId, alsoBack);
    say(said, { label: i18n.t('leads.undo'), run: () => void attempt(() => takeBack({ actionId, alsoBack })) });
  });
}

export const removeLeads = (ids: string[]) =>
  attemptWithUndo(() => leadActions.remove(ids), i18n.t('leads.deleted', ids.length));
