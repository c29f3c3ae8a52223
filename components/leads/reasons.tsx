import { i18n } from '#i18n';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import { classNames } from '../ui/class-names.ts';
import { reasonWords } from './score-words.ts';

/** Up to three reasons in one line that gives way where there is no room. */
export function Reasons({ brief, className }: { brief: ScoreBrief; className?: string }) {
  const words = reasonWords(brief);
  if (words.length === 0) return null;
  return (
    <span
      data-reasons
      className={classNames(
        'min-w-0 truncate text-xs',
        brief.gates.length > 0 ? 'text-danger' : 'text-soft',
        className,
      )}
    >
      {words.join(i18n.t('score.comma'))}
    </span>
  );
}
