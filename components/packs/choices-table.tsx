import { i18n } from '#i18n';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import type { PackChoice } from '../hooks/use-packs.ts';
import { changedWord } from '../leads/changed-word.ts';
import { valueText } from '../leads/words.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';

/** A choice between two values as the table shows it. */
export type ShownChoice = {
  key: string;
  /** Whose value it is. */
  name: string;
  choice: PackChoice;
  /** Whose stays; undefined where it is another one by now. */
  stays: 'ours' | 'theirs' | undefined;
  /** The user wants the other one: the button takes that back. */
  isTurned?: boolean;
  onTurn?: () => void;
};

/** Choices between two values: both, which one stays and why, and the way to have the other. */
export function ChoicesTable({ rows, own }: { rows: readonly ShownChoice[]; own: readonly OwnFieldDefinition[] }) {
  return (
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
      rows={rows.map(({ key, name, choice, stays, isTurned = false, onTurn }) => {
        const { field, ours, theirs, names, chosen, by } = choice;
        const word = field === 'companyId' ? i18n.t('pack.firm') : (changedWord(field, own) ?? field);
        const stayWords = { ours: 'pack.staysOurs', theirs: 'pack.staysTheirs' } as const;
        return {
          key,
          cells: [
            name,
            word,
            valueText(field, names?.ours ?? ours),
            valueText(field, names?.theirs ?? theirs),
            <span key="stays">
              {i18n.t(stays ? stayWords[stays] : 'pack.staysNeither')}
              {stays === chosen && !isTurned && <span className="text-soft"> · {i18n.t(`pack.whys.${by}`)}</span>}
            </span>,
            onTurn && (
              <Button
                key="turn"
                look="quiet"
                size="small"
                aria-label={i18n.t(isTurned ? 'pack.backOf' : 'pack.otherOf', [name, word])}
                onClick={onTurn}
              >
                {i18n.t(isTurned ? 'pack.back' : 'pack.other')}
              </Button>
            ),
          ],
        };
      })}
    />
  );
}
