import { PlusIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { IcpGroup, IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import type { ProfileProblem } from '../../lib/scoring/check.ts';
import {
  addGroup,
  addRule,
  duplicateGroup,
  duplicateRule,
  editGroup,
  freshId,
  moveGroup,
  moveRule,
  removeGroup,
  removeRule,
  replaceRule,
} from '../../lib/scoring/edit-profile.ts';
import type { RuleTally } from '../../lib/scoring/tally.ts';
import { newTest } from '../../lib/scoring/test-shape.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { type GroupActs, GroupBlock, RuleOf, type Shown } from './group-block.tsx';
import type { RuleActs } from './rule-line.tsx';
import { groupName, ruleName } from './rule-words.ts';

export type Edit = (change: (profile: IcpProfile) => IcpProfile, step?: string) => void;
type Props = {
  profile: IcpProfile;
  problems: readonly ProfileProblem[];
  tally: RuleTally | undefined;
  /** Absent where the profile is only looked at. */
  edit?: Edit | undefined;
  onUndo: () => void;
};

/** The groups and rules of a profile in words; what disqualifies stands apart, what was talked about after what fits. */
export function RulesList({ profile, problems, tally, edit, onUndo }: Props) {
  const [open, setOpen] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each edit the rule that was moved or made has the focus
  useEffect(() => {
    const id = focusNext.current;
    if (id === undefined) return;
    focusNext.current = undefined;
    root.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"]`)?.focus();
  }, [profile]);

  const make = (group: IcpGroup, kind: 'points' | 'gate' | 'event') => {
    const id = freshId(profile, 'rule');
    const base = { id, name: i18n.t(`icp.rule.new.${kind}`) };
    const when = newTest('company.about', profile.fields);
    const rule: IcpRule =
      kind === 'event'
        ? { ...base, kind, events: [], points: 10, decay: { kind: 'halfLife', days: 30 } }
        : kind === 'gate'
          ? { ...base, kind, when }
          : { ...base, kind, when, points: 10 };
    focusNext.current = id;
    setOpen(id);
    edit?.((from) => addRule(from, group.id, rule));
  };
  const rules: RuleActs | undefined = edit && {
    onChange: (rule, step) => edit((from) => replaceRule(from, rule.id, rule), step),
    onMove: (id, by) => {
      focusNext.current = id;
      edit((from) => moveRule(from, id, by));
    },
    onDuplicate: (rule) => edit((from) => duplicateRule(from, rule.id, i18n.t('icp.act.copyOf', [ruleName(rule)]))),
    onRemove: (rule) => {
      const all = profile.groups.flatMap((group) => group.rules);
      const at = all.findIndex(({ id }) => id === rule.id);
      focusNext.current = (all[at + 1] ?? all[at - 1])?.id;
      edit((from) => removeRule(from, rule.id));
      say(i18n.t('icp.rule.removed', [ruleName(rule)]), { label: i18n.t('icp.undo'), run: onUndo });
    },
  };
  const groupActs = (group: IcpGroup): GroupActs | undefined =>
    edit && {
      onEdit: (patch) => edit((from) => editGroup(from, group.id, patch), `group ${group.id} ${Object.keys(patch)}`),
      onMove: (by) => edit((from) => moveGroup(from, group.id, by)),
      onDuplicate: () => edit((from) => duplicateGroup(from, group.id, i18n.t('icp.act.copyOf', [groupName(group)]))),
      onRemove: () => {
        edit((from) => removeGroup(from, group.id));
        say(i18n.t('icp.group.removed', [groupName(group)]), { label: i18n.t('icp.undo'), run: onUndo });
      },
      onAdd: () => make(group, group.axis === 'engagement' ? 'event' : 'points'),
    };
  const shown: Shown = { profile, problems, tally, open, onOpen: setOpen, rules };
  const gates = profile.groups.flatMap((group) =>
    group.rules.filter(({ kind }) => kind === 'gate').map((rule) => ({ rule, group })),
  );
  const [home] = profile.groups;
  return (
    <div ref={root} className="flex flex-col gap-4">
      {(['fit', 'engagement'] as const).map((axis) => {
        const groups = profile.groups.filter((group) => group.axis === axis);
        if (groups.length === 0 && !edit) return null;
        return (
          <section key={axis} aria-label={i18n.t(`icp.axis.${axis}`)}>
            <h2 className="border-b border-edge pb-1 text-soft">{i18n.t(`icp.axis.${axis}Long`)}</h2>
            {groups.map((group) => (
              <GroupBlock key={group.id} group={group} acts={groupActs(group)} shown={shown} />
            ))}
            {edit && (
              <Button
                look="quiet"
                size="small"
                onClick={() =>
                  edit((from) =>
                    addGroup(from, { id: freshId(from, 'group'), name: i18n.t('icp.group.new'), axis, rules: [] }),
                  )
                }
              >
                <PlusIcon size={14} aria-hidden="true" />
                {i18n.t(`icp.group.add.${axis}`)}
              </Button>
            )}
          </section>
        );
      })}
      {(gates.length > 0 || edit) && (
        <section aria-label={i18n.t('icp.gates.title')}>
          <h2 className="border-b border-edge pb-1 text-soft">{i18n.t('icp.gates.title')}</h2>
          <p className="py-1 text-sm text-soft">{i18n.t('icp.gates.hint')}</p>
          <ul>
            {gates.map(({ rule, group }) => (
              <RuleOf key={rule.id} rule={rule} group={group} shown={shown} />
            ))}
          </ul>
          {edit && home && (
            <Button look="quiet" size="small" onClick={() => make(home, 'gate')}>
              <PlusIcon size={14} aria-hidden="true" />
              {i18n.t('icp.gates.add')}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
