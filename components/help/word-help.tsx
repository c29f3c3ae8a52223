import { CircleQuestionMarkIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { Popover } from '../ui/popover.tsx';

/** Words that a newcomer cannot know. */
type HardWord = 'tier' | 'class' | 'handover';

/** What a hard word means, in two sentences, where it stands. */
export function WordHelp({ word }: { word: HardWord }) {
  const label = i18n.t('first.word.about', [i18n.t(`first.word.${word}`)]);
  return (
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          aria-label={label}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-soft hover:bg-wash hover:text-ink"
        >
          <CircleQuestionMarkIcon size={14} strokeWidth={1.75} aria-hidden="true" />
        </button>
      }
    >
      <p className="text-base font-normal">{i18n.t(`first.word.${word}Is`)}</p>
    </Popover>
  );
}
