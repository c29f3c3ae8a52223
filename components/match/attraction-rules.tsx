import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import { type Attraction, attractions, type MatchingSetup } from '../../lib/domain/schema/matching.ts';
import { checkProfile } from '../../lib/scoring/check.ts';
import { addRule, duplicateRule, freshId, moveRule, removeRule, replaceRule } from '../../lib/scoring/edit-profile.ts';
import { newTest } from '../../lib/scoring/test-shape.ts';
import { RuleLine } from '../icp/rule-line.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { attractionName, translatedRule, weights, weightText } from './words.ts';

type Props = { setup: MatchingSetup; onChange: (setup: MatchingSetup) => void };

const isBurden = (factor: Attraction) => factor === 'cost' || factor === 'risk';

/** What makes a company attractive: for each part its weight and its rules, edited in the same words as those of scores. */
export function AttractionRules({ setup, onChange }: Props) {
  const [open, setOpen] = useState<string>();
  const put = (rules: IcpProfile) => onChange({ ...setup, rules });
  const problems = checkProfile(setup.rules);
  const acts = {
    onChange: (rule: IcpRule) => put(replaceRule(setup.rules, rule.id, rule)),
    onMove: (id: string, by: 1 | -1) => put(moveRule(setup.rules, id, by)),
    onDuplicate: (rule: IcpRule) =>
      put(duplicateRule(setup.rules, rule.id, i18n.t('match.copyOf', [rule.name]).slice(0, 200))),
    onRemove: (rule: IcpRule) => {
      put(removeRule(setup.rules, rule.id));
      say(i18n.t('match.removed', [rule.name]), { label: i18n.t('match.undo'), run: () => onChange(setup) });
    },
  };
  const add = (factor: Attraction) => {
    const id = freshId(setup.rules, 'rule');
    const when = newTest('company.about', setup.rules.fields);
    setOpen(id);
    put(addRule(setup.rules, factor, { kind: 'points', id, name: i18n.t('match.newRule'), when, points: 20 }));
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-pretty text-soft">{i18n.t('match.attractSay')}</p>
      {attractions.map((factor) => {
        const place = setup.rules.groups.findIndex(({ id }) => id === factor);
        const group = setup.rules.groups[place];
        const name = attractionName(factor);
        const weight = setup.weights[factor];
        return (
          <section key={factor} aria-label={name}>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1">
              <h3 className="font-medium">{name}</h3>
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
                <Select
                  aria-label={i18n.t('match.weightOf', [name])}
                  className="w-auto!"
                  value={weight}
                  onChange={(event) =>
                    onChange({ ...setup, weights: { ...setup.weights, [factor]: Number(event.target.value) } })
                  }
                >
                  {weights.map((one) => (
                    <option key={one} value={one}>
                      {weightText(one)}
                    </option>
                  ))}
                </Select>
                {isBurden(factor) && weight > 0 && i18n.t('match.takesOff', [String(weight * 10)])}
              </span>
            </div>
            <ul>
              {group?.rules.map((rule, at) => (
                <RuleLine
                  key={rule.id}
                  rule={translatedRule(rule)}
                  group={group}
                  profile={setup.rules}
                  problems={problems.filter((one) => one.place.startsWith(`groups[${place}].rules[${at}]`))}
                  count={undefined}
                  open={open === rule.id}
                  onOpen={(isOpen) => setOpen(isOpen ? rule.id : undefined)}
                  acts={acts}
                />
              ))}
            </ul>
            <Button look="quiet" size="small" onClick={() => add(factor)}>
              <PlusIcon size={14} aria-hidden="true" />
              {i18n.t('match.addRule')}
              <span className="sr-only">{i18n.t('match.addRuleTo', [name])}</span>
            </Button>
          </section>
        );
      })}
    </div>
  );
}
