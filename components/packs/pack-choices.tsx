import { i18n } from '#i18n';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import type { PackChoice, PackRow } from '../hooks/use-packs.ts';
import { changedWord } from '../leads/changed-word.ts';
import { valueText } from '../leads/words.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';

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
    const patch = before === undefined ? { ...rest, [choice.field]: other(choice) } : rest;
    const next = new Map(others);
    if (Object.keys(patch).length > 0) next.set(row.id, patch);
    else next.delete(row.id);
    onOthers(next);
  };
  return (
    <section aria-label={i18n.t('pack.choices')} className="flex flex-col gap-1">
      <h3 className="font-medium">{i18n.t('pack.choices')}</h3>
      <p className="text-soft">{i18n.t('pack.choicesHint')}</p>
      <FiguresTable
        label={i18n.t('pack.choices')}
        columns={[
          { head: i18n.t('pack.row') },
          { head: i18n.t('pack.field') },
          { head: i18n.t('pack.ours') },
          { head: i18n.t('pack.theirs') },
          { head: i18n.t('pack.stays') },
          { head: '' },
        ]}
        rows={choices.map(({ row, choice }) => {
          const word =
            choice.field === 'companyId' ? i18n.t('pack.firm') : (changedWord(choice.field, own) ?? choice.field);
          const turned = isOther(row, choice);
          const oursStays = (choice.chosen === 'ours') !== turned;
          return {
            key: `${row.id} ${choice.field}`,
            cells: [
              row.name,
              word,
              valueText(choice.field, choice.names?.ours ?? choice.ours),
              valueText(choice.field, choice.names?.theirs ?? choice.theirs),
              <span key="stays">
                {i18n.t(oursStays ? 'pack.staysOurs' : 'pack.staysTheirs')}
                {!turned && <span className="text-soft"> · {i18n.t(`pack.whys.${choice.by}`)}</span>}
              </span>,
              <Button
                key="turn"
                look="quiet"
                size="small"
                aria-label={i18n.t(turned ? 'pack.backOf' : 'pack.otherOf', [row.name, word])}
                onClick={() => turn(row, choice)}
              >
                {i18n.t(turned ? 'pack.back' : 'pack.other')}
              </Button>,
            ],
          };
        })}
      />
    </section>
  );
}

const other = ({ chosen, ours, theirs }: PackChoice): unknown => (chosen === 'ours' ? theirs : ours);
