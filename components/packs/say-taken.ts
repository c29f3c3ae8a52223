import { i18n } from '#i18n';
import type { Taken } from '../hooks/use-team-folder.ts';
import { attempt } from '../privacy/act.ts';
import { say } from '../ui/toast.tsx';

/** Says what came from colleagues, leads with undo. */
export function sayTaken(taken: readonly Taken[]): void {
  for (const one of taken) {
    if ('rules' in one) {
      say(i18n.t('pack.rulesCame', [one.by, one.rules]));
      continue;
    }
    const { by, leads, undo } = one;
    say(i18n.t('pack.came', leads, [by, leads]), {
      label: i18n.t('pack.undo'),
      run: () =>
        void attempt(async () => {
          await undo();
          say(i18n.t('pack.undone'));
        }),
    });
  }
}
