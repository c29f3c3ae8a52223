import { useState } from 'react';
import { i18n } from '#i18n';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { type KeptChoice, useKeptChoices } from '../hooks/use-packs.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { ChoicesTable } from './choices-table.tsx';

/** What was chosen when a pack was taken over, shown once it is asked for. In: the pack's action, how many choices. */
export function KeptChoices({ actionId, count }: { actionId: string; count: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('pack.chosen', count)}</summary>
      {isOpen && <Choices actionId={actionId} />}
    </details>
  );
}

function Choices({ actionId }: { actionId: string }) {
  const { value } = useKeptChoices(actionId);
  const { fields: own } = useOwnFields();
  if (!value) return null;
  /** Another choice is a value of its own, typed now: so it wins wherever this book's pack goes. */
  const turn = ({ leadId, field, stands, ours, theirs }: KeptChoice) =>
    attemptWithUndo(
      () => leadActions.edit(leadId, { [field]: stands === 'ours' ? theirs : ours }),
      i18n.t('pack.otherTaken'),
    );
  return (
    <ChoicesTable
      own={own}
      rows={value.map((choice) => ({
        key: `${choice.leadId} ${choice.field}`,
        name: choice.name,
        choice,
        stays: choice.stands,
        ...(choice.stands && { onTurn: () => void turn(choice) }),
      }))}
    />
  );
}
