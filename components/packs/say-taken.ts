import { i18n } from '#i18n';
import type { Taken } from '../hooks/use-team-folder.ts';
import { attempt } from '../privacy/act.ts';
import { say } from '../ui/toast.tsx';

/** Says what came from colleagues, each with undo. */
export function sayTaken(taken: readonly Taken[]): void {
  for (const { by, leads, undo } of taken)
    say(i18n.t('pack.came', leads, [by, leads]), {
      label: i18n.t('pack.undo'),
      run: () =>
        void attempt(async () => {
          await undo();
          say(i18n.t('pack.undone'));
        }),
    });
}
