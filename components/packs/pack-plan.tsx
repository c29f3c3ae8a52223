import { useState } from 'react';
import { i18n } from '#i18n';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import type { PackPlan, PackRow } from '../hooks/use-packs.ts';
import { changedWord } from '../leads/changed-word.ts';
import { dayText, valueText } from '../leads/words.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { PackChoices } from './pack-choices.tsx';

const step = 100;

/** What a pack would do, before it does: who is new, changed, deleted, not taken, and which value stays where both have one. */
export function PackPlanView({
  plan,
  onTake,
  onCancel,
}: {
  plan: PackPlan;
  onTake: (others: ReadonlyMap<string, LeadPatch>, rules: boolean) => void;
  onCancel: () => void;
}) {
  const [most, setMost] = useState(step);
  const [others, setOthers] = useState<ReadonlyMap<string, LeadPatch>>(new Map());
  const [rules, setRules] = useState(false);
  const { fields: own } = useOwnFields();
  const { pack, counts, rows } = plan;
  const telling = rows.filter(({ outcome }) => outcome !== 'unchanged');
  const nothingNew = telling.length === 0 && pack.interactions.length + pack.tasks.length === 0;
  const changesOf = ({ changes }: PackRow): string =>
    [...new Set(changes.map(({ field }) => changedWord(field, own)))].filter(Boolean).join(', ');
  return (
    <div className="flex flex-col gap-4">
      <p>
        {i18n.t('pack.from', [pack.by || i18n.t('pack.nobody'), dayText(pack.madeAt)])}
        {' · '}
        {i18n.t('pack.counts', [counts.created, counts.merged, counts.deleted, counts.unchanged, counts.refused])}
      </p>
      {nothingNew && <p>{i18n.t('pack.nothingNew')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => onTake(others, rules)}>
          {i18n.t('pack.do')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('pack.cancel')}</Button>
      </div>
      {pack.profiles.length > 0 && (
        <label htmlFor="pack-take-rules" className="flex min-h-6 items-center gap-2">
          <Checkbox id="pack-take-rules" checked={rules} onChange={(event) => setRules(event.target.checked)} />
          {i18n.t('pack.rulesIn', pack.profiles.length)} {i18n.t('pack.takeRules')}
        </label>
      )}
      <PackChoices rows={rows} own={own} others={others} onOthers={setOthers} />
      {telling.length > 0 && (
        <FiguresTable
          label={i18n.t('pack.outcome')}
          columns={[{ head: i18n.t('pack.row') }, { head: i18n.t('pack.outcome') }, { head: i18n.t('pack.changed') }]}
          rows={telling.slice(0, most).map((row) => ({
            key: `${row.kind} ${row.packed.ids[0]}`,
            cells: [
              row.name || '–',
              [i18n.t(`pack.outcomes.${row.outcome}`), row.reason && i18n.t(`pack.reason.${row.reason}`)]
                .filter(Boolean)
                .join(': '),
              row.outcome === 'created' ? valueText('', row.packed.fields.companyName?.value) : changesOf(row),
            ],
          }))}
        />
      )}
      {telling.length > most && (
        <Button className="self-start" onClick={() => setMost(most + step)}>
          {i18n.t('pack.more', [Math.min(step, telling.length - most)])}
        </Button>
      )}
    </div>
  );
}
