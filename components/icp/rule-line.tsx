import {
  ArrowDownIcon,
  ArrowUpIcon,
  ChevronDownIcon,
  CopyIcon,
  MoreHorizontalIcon,
  Trash2Icon,
  TriangleAlertIcon,
} from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { i18n } from '#i18n';
import type { IcpGroup, IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import type { ProfileProblem } from '../../lib/scoring/check.ts';
import type { RuleCount } from '../../lib/scoring/tally.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { ruleLines } from './condition-words.ts';
import { numberText, pointsText } from './points-words.ts';
import { problemText } from './problem-words.ts';
import { type RuleChange, RuleEditor } from './rule-editor.tsx';
import { ruleName } from './rule-words.ts';

export type RuleActs = {
  onChange: RuleChange;
  onMove: (id: string, by: 1 | -1) => void;
  onDuplicate: (rule: IcpRule) => void;
  onRemove: (rule: IcpRule) => void;
};
type Props = {
  rule: IcpRule;
  group: IcpGroup;
  profile: IcpProfile;
  problems: readonly ProfileProblem[];
  count: RuleCount | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Absent where the profile is only looked at. */
  acts?: RuleActs | undefined;
};

/** A rule in words, with the leads that it holds for; pressed, it opens for editing. */
export function RuleLine({ rule, group, profile, problems, count, open, onOpen, acts }: Props) {
  const id = useId();
  const name = ruleName(rule);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!acts || event.defaultPrevented) return;
    if (event.altKey && event.key === 'ArrowUp') acts.onMove(rule.id, -1);
    else if (event.altKey && event.key === 'ArrowDown') acts.onMove(rule.id, 1);
    else if (event.key === 'Delete') acts.onRemove(rule);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'd') acts.onDuplicate(rule);
    else return;
    event.preventDefault();
  };
  const words = (
    <span className="flex min-w-0 flex-1 flex-col text-start">
      <span className="font-medium break-words">{name}</span>
      {ruleLines(rule, profile).map((line) => (
        <span key={`${line.points} ${line.text}`} className="flex gap-2 break-words text-soft">
          {rule.kind === 'tiers' && line.points !== undefined && <Points points={line.points} />}
          <span className="min-w-0 break-words">{line.text}</span>
        </span>
      ))}
      {problems.map((problem) => (
        <span
          key={`${problem.code} ${problem.place}`}
          className={classNames('flex gap-1', problem.level === 'error' ? 'text-danger' : 'text-doubt')}
        >
          <TriangleAlertIcon size={14} aria-hidden="true" className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words">{problemText(problem, profile)}</span>
        </span>
      ))}
    </span>
  );
  return (
    <li className="border-t border-line">
      <div className="flex items-start gap-1 py-1">
        {acts ? (
          <button
            type="button"
            id={`${id}-head`}
            data-rule={rule.id}
            aria-expanded={open}
            aria-controls={open ? `${id}-body` : undefined}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete Control+D"
            onClick={() => onOpen(!open)}
            onKeyDown={onKeyDown}
            className="focus-inner flex min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1 hover:bg-wash"
          >
            <ChevronDownIcon
              size={14}
              aria-hidden="true"
              className={classNames('mt-0.5 shrink-0 text-soft', !open && '-rotate-90')}
            />
            <Head rule={rule} />
            {words}
            {count && <Count count={count} />}
          </button>
        ) : (
          <div className="flex min-w-0 flex-1 items-start gap-2 px-2 py-1">
            <Head rule={rule} />
            {words}
            {count && <Count count={count} />}
          </div>
        )}
        {acts && (
          <Menu trigger={<IconButton icon={MoreHorizontalIcon} label={i18n.t('icp.rule.acts', [name])} />}>
            <MenuItem keys="Alt ↑" onSelect={() => acts.onMove(rule.id, -1)}>
              <ArrowUpIcon size={14} aria-hidden="true" />
              {i18n.t('icp.act.up')}
            </MenuItem>
            <MenuItem keys="Alt ↓" onSelect={() => acts.onMove(rule.id, 1)}>
              <ArrowDownIcon size={14} aria-hidden="true" />
              {i18n.t('icp.act.down')}
            </MenuItem>
            <MenuItem keys="Ctrl D" onSelect={() => acts.onDuplicate(rule)}>
              <CopyIcon size={14} aria-hidden="true" />
              {i18n.t('icp.act.duplicate')}
            </MenuItem>
            <MenuLine />
            <MenuItem danger keys="Del" onSelect={() => acts.onRemove(rule)}>
              <Trash2Icon size={14} aria-hidden="true" />
              {i18n.t('icp.act.remove')}
            </MenuItem>
          </Menu>
        )}
      </div>
      {open && acts && (
        <section id={`${id}-body`} aria-label={i18n.t('icp.rule.edit', [name])} className="ps-8 pe-2 pb-4">
          <RuleEditor rule={rule} axis={group.axis} profile={profile} onChange={acts.onChange} />
        </section>
      )}
    </li>
  );
}

/** What stands before a rule: its points; steps have theirs in their lines, what disqualifies has none. */
function Head({ rule }: { rule: IcpRule }) {
  if (rule.kind === 'gate' || rule.kind === 'tiers') return null;
  return <Points points={rule.points} />;
}

function Points({ points }: { points: number }) {
  return (
    <span
      className={classNames(
        'min-w-9 shrink-0 text-end font-medium',
        points > 0 ? 'text-good' : points < 0 ? 'text-danger' : 'text-soft',
      )}
    >
      {pointsText(points)}
    </span>
  );
}

function Count({ count: { held, unknown } }: { count: RuleCount }) {
  return (
    <span className="shrink-0 text-end text-sm text-soft max-pair:hidden">
      {i18n.t('icp.count.held', [numberText(held)])}
      {unknown > 0 && (
        <>
          <br />
          {i18n.t('icp.count.unknown', [numberText(unknown)])}
        </>
      )}
    </span>
  );
}
