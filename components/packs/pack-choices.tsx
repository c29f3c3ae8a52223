import { i18n } from '#i18n';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import type { PackChoice, PackRow } from '../hooks/use-packs.ts';
import { ChoicesTable } from './choices-table.tsx';

/** Where both books have a value: which one stays and why, and the way to have the other. */
export function PackChoices({
  rows,
  own,
  others,
  onOthers,
}: {
  rows: readonly PackRow[];
  own: readonly OwnFieldDefinition[];
  /** What the user wants otherwise, by lead. */
  others: ReadonlyMap<string, LeadPatch>;
  onOthers: (others: ReadonlyMap<string, LeadPatch>) => void;
}) {
  const choices = rows.flatMap((row) => row.choices.map((choice) => ({ row, choice }))).slice(0, 200);
  if (choices.length === 0) return null;
  const isOther = ({ id }: PackRow, { field }: PackChoice) => field in (others.get(id) ?? {});
  const turn = (row: PackRow, choice: PackChoice) => {
    const { [choice.field]: before, ...rest } = others.get(row.id) ?? {};
    const patch = before === undefined ? { ...rest, [choice.field]: choice[otherOf(choice.chosen)] } : rest;
    const next = new Map(others);
    if (Object.keys(patch).length > 0) next.set(row.id, patch);
    else next.delete(row.id);
    onOthers(next);
  };
  return (
    <section aria-label={i18n.t('pack.choices')} className="flex flex-col gap-1">
      <h3 className="font-medium">{i18n.t('pack.choices')}</h3>
      <p className="text-soft">{i18n.t('pack.choicesHint')}</p>
      <ChoicesTable
        own={own}
        rows={choices.map(({ row, choice }) => {
          const isTurned = isOther(row, choice);
          return {
            key: `${row.id} ${choice.field}`,
            name: row.name,
            choice,
            stays: isTurned ? otherOf(choice.chosen) : choice.chosen,
            isTurned,
            onTurn: () => turn(row, choice),
          };
        })}
      />
    </section>
  );
}

const otherOf = (side: PackChoice['chosen']): PackChoice['chosen'] => (side === 'ours' ? 'theirs' : 'ours');
