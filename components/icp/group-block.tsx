import {
  ArrowDownIcon,
  ArrowUpIcon,
  CopyIcon,
  MoreHorizontalIcon,
  PlusIcon,
  SlidersHorizontalIcon,
  Trash2Icon,
} from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { IcpGroup, IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import type { ProfileProblem } from '../../lib/scoring/check.ts';
import type { RuleTally } from '../../lib/scoring/tally.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { numberText } from './points-words.ts';
import { problemsAt, problemText } from './problem-words.ts';
import { type RuleActs, RuleLine } from './rule-line.tsx';
import { groupName } from './rule-words.ts';
import { NumberInput } from './value-fields.tsx';

export type GroupActs = {
  onEdit: (patch: {
    name?: string;
    axis?: IcpGroup['axis'];
    min?: number | undefined;
    max?: number | undefined;
  }) => void;
  onMove: (by: 1 | -1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onAdd: () => void;
};
export type Shown = {
  profile: IcpProfile;
  problems: readonly ProfileProblem[];
  tally: RuleTally | undefined;
  open: string | undefined;
  onOpen: (rule: string | undefined) => void;
  rules: RuleActs | undefined;
};

/** "at most 40 points", "at least −10 points": the limits of a group, '' where it has none. */
function limitText({ min, max }: IcpGroup): string {
  const parts = [
    ...(max === undefined ? [] : [i18n.t('icp.group.atMost', [numberText(max)])]),
    ...(min === undefined ? [] : [i18n.t('icp.group.atLeast', [numberText(min)])]),
  ];
  return parts.join(i18n.t('icp.say.comma'));
}

/** A group with its limits and its rules; what disqualifies stands apart from the points. */
export function GroupBlock({ group, acts, shown }: { group: IcpGroup; acts: GroupActs | undefined; shown: Shown }) {
  const [editing, setEditing] = useState(false);
  const id = useId();
  const at = shown.profile.groups.indexOf(group);
  const name = groupName(group);
  const rules = group.rules.filter(({ kind }) => kind !== 'gate');
  const own = shown.problems.filter(({ place }) => place === `groups[${at}]`);
  return (
    <section aria-labelledby={id} className="pb-2">
      <div className="flex min-h-9 items-center gap-2">
        <h3 id={id} className="min-w-0 truncate font-semibold">
          {name}
        </h3>
        <span className="min-w-0 flex-1 truncate text-sm text-soft">{limitText(group)}</span>
        {acts && (
          <>
            <IconButton
              icon={SlidersHorizontalIcon}
              label={i18n.t('icp.group.edit', [name])}
              pressed={editing}
              onClick={() => setEditing(!editing)}
            />
            <Menu trigger={<IconButton icon={MoreHorizontalIcon} label={i18n.t('icp.group.acts', [name])} />}>
              <MenuItem onSelect={() => acts.onMove(-1)}>
                <ArrowUpIcon size={14} aria-hidden="true" />
                {i18n.t('icp.act.up')}
              </MenuItem>
              <MenuItem onSelect={() => acts.onMove(1)}>
                <ArrowDownIcon size={14} aria-hidden="true" />
                {i18n.t('icp.act.down')}
              </MenuItem>
              <MenuItem onSelect={acts.onDuplicate}>
                <CopyIcon size={14} aria-hidden="true" />
                {i18n.t('icp.act.duplicate')}
              </MenuItem>
              <MenuLine />
              <MenuItem danger disabled={shown.profile.groups.length < 2} onSelect={acts.onRemove}>
                <Trash2Icon size={14} aria-hidden="true" />
                {i18n.t('icp.act.remove')}
              </MenuItem>
            </Menu>
          </>
        )}
      </div>
      {own.map((problem) => (
        <p key={problem.code} className="pb-1 text-danger">
          {problemText(problem)}
        </p>
      ))}
      {editing && acts && <GroupFields group={group} onEdit={acts.onEdit} />}
      <ul>
        {rules.map((rule) => (
          <RuleOf key={rule.id} rule={rule} group={group} shown={shown} />
        ))}
      </ul>
      {acts && (
        <Button look="quiet" size="small" onClick={acts.onAdd}>
          <PlusIcon size={14} aria-hidden="true" />
          {i18n.t('icp.group.addRule')}
          <span className="sr-only">{i18n.t('icp.group.addRuleTo', [name])}</span>
        </Button>
      )}
    </section>
  );
}

/** One rule of a group with what is shown of it. */
export function RuleOf({ rule, group, shown }: { rule: IcpRule; group: IcpGroup; shown: Shown }) {
  const { profile, problems, tally, open, onOpen, rules } = shown;
  const place = `groups[${profile.groups.indexOf(group)}].rules[${group.rules.indexOf(rule)}]`;
  return (
    <RuleLine
      rule={rule}
      group={group}
      profile={profile}
      problems={problemsAt(problems, place)}
      count={tally?.[rule.id]}
      open={open === rule.id}
      onOpen={(isOpen) => onOpen(isOpen ? rule.id : undefined)}
      acts={rules}
    />
  );
}

function GroupFields({ group, onEdit }: { group: IcpGroup; onEdit: GroupActs['onEdit'] }) {
  const hasEvents = group.rules.some(({ kind }) => kind === 'event');
  return (
    <div className="grid gap-2 pb-3 pair:grid-cols-[1fr_auto_auto_auto]">
      <Field label={i18n.t('icp.group.name')}>
        {(props) => (
          <Input
            {...props}
            maxLength={200}
            value={groupName(group)}
            onChange={(event) => event.target.value !== '' && onEdit({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={i18n.t('icp.group.axis')}>
        {(props) => (
          <Select
            {...props}
            value={group.axis}
            disabled={hasEvents}
            onChange={(event) => onEdit({ axis: event.target.value === 'engagement' ? 'engagement' : 'fit' })}
          >
            <option value="fit">{i18n.t('icp.axis.fit')}</option>
            <option value="engagement">{i18n.t('icp.axis.engagement')}</option>
          </Select>
        )}
      </Field>
      {(['min', 'max'] as const).map((limit) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the number is inside and names itself
        <label key={limit} className="flex flex-col gap-0.5">
          <span className="text-sm text-soft">{i18n.t(`icp.group.${limit}`)}</span>
          <NumberInput
            label={i18n.t(`icp.group.${limit}`)}
            whole
            min={-1000}
            max={1000}
            value={group[limit]}
            onChange={(value) => onEdit(limit === 'min' ? { min: value } : { max: value })}
          />
        </label>
      ))}
    </div>
  );
}
