import { i18n } from '#i18n';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { throwPracticeAway, usePracticeCount } from '../hooks/use-practice.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';

/** Takes the practice leads out of the book, with undo. */
const throwAway = () =>
  attempt(async () => {
    const action = await throwPracticeAway();
    if (!action) return;
    const { actionId } = action;
    say(i18n.t('first.thrownAway'), {
      label: i18n.t('leads.undo'),
      run: () => void attempt(() => leadActions.undo(actionId)),
    });
  });

/** One line for as long as somebody of the practice page is in the book, so that nobody invented stays there unnoticed. */
export function PracticeNotice({ look = 'line' }: { look?: 'line' | 'primary' }) {
  const count = usePracticeCount();
  if (!count) return null;
  return (
    <section
      aria-label={i18n.t('first.left')}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-wash px-3 py-1.5"
    >
      <p className="min-w-48 flex-1">{i18n.t('first.inBook', count)}</p>
      <Button size={look === 'primary' ? 'large' : 'small'} look={look} onClick={() => void throwAway()}>
        {i18n.t('first.throwAway')}
      </Button>
    </section>
  );
}
