import { CheckIcon, GlobeIcon, type LucideIcon, MailIcon, MessageCircleIcon, PhoneIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import { Reasons } from '../leads/reasons.tsx';
import { reasonWords } from '../leads/score-words.ts';
import { TierPane, tierText } from '../leads/tier-pane.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { isolate } from '../ui/isolate.ts';
import type { Row } from './row-state.ts';
import { stateWord } from './words.ts';

const markIcons: Record<keyof Row['marks'], LucideIcon> = {
  phone: PhoneIcon,
  mail: MailIcon,
  chat: MessageCircleIcon,
  web: GlobeIcon,
};
const marks = Object.keys(markIcons) as (keyof Row['marks'])[];

const stateLook: Record<Row['state']['is'], string> = {
  new: 'text-good',
  yours: 'text-soft',
  skipped: 'text-soft',
  doubtful: 'text-doubt',
  differs: 'text-doubt',
  check: 'text-doubt',
};

/** What a screen reader says of a row: name, tier and why, what is known, how it stands, whether it is ticked. */
export function rowName(row: Row, brief?: ScoreBrief): string {
  const known = marks.filter((mark) => row.marks[mark]).map((mark) => i18n.t(`capture.marks.${mark}`));
  const score = brief ? [tierText(brief.tier), ...reasonWords(brief)] : [];
  return [
    row.title,
    ...row.about,
    ...score,
    stateWord(row.state),
    ...known,
    row.ticked ? i18n.t('capture.list.ticked') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The two lines of a row: tick, the tier's pane, name, state; then what and where, why that tier, and marks for what is known. */
export function RowLine({
  row,
  brief,
  onTick,
}: {
  row: Row;
  brief: ScoreBrief | undefined;
  onTick: (ticked: boolean) => void;
}) {
  const saved = row.item.state === 'saved' && row.state.is === 'yours' && !row.ticked;
  const quiet = row.state.is === 'yours' || row.state.is === 'skipped';
  return (
    <>
      <span className="flex h-[1.0625rem] items-center">
        {saved ? (
          <CheckIcon size={15} strokeWidth={2} aria-hidden="true" className="text-good" />
        ) : (
          <Checkbox
            tabIndex={-1}
            checked={row.ticked}
            aria-label={i18n.t('capture.list.tick', [row.title])}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => onTick(event.target.checked)}
          />
        )}
      </span>
      <span className="flex h-[1.0625rem] w-4 shrink-0 items-center">
        {brief && <TierPane tier={brief.tier} silent />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2 leading-[1.0625rem]">
          <span
            className={classNames(
              'min-w-0 flex-1 truncate',
              !quiet && 'font-medium',
              row.state.is === 'skipped' && 'line-through',
            )}
          >
            <bdi>{row.title}</bdi>
          </span>
          <span className={classNames('max-w-40 shrink-0 truncate text-sm', stateLook[row.state.is])}>
            {stateWord(row.state)}
          </span>
        </span>
        <span className="flex items-center gap-2 text-sm leading-[0.9375rem] text-soft">
          <span className="min-w-[45%] flex-1 truncate">{row.about.map(isolate).join(' · ') || '\u00a0'}</span>
          {brief && <Reasons brief={brief} className="max-w-[60%]" />}
          <span
            className={classNames(
              'shrink-0 items-center gap-1.5',
              // A narrow list has room for the reasons or for the marks, and often they say the same.
              brief && brief.reasons.length > 0 ? 'hidden @md:flex' : 'flex',
            )}
          >
            {marks.map((mark) => {
              const Icon = markIcons[mark];
              return row.marks[mark] ? (
                <Icon key={mark} size={11} strokeWidth={1.75} aria-hidden="true" />
              ) : (
                <span key={mark} className="w-[0.6875rem]" />
              );
            })}
          </span>
        </span>
      </span>
    </>
  );
}
