import { CircleCheckIcon, SquarePenIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { isOwnOf } from '../../lib/domain/own-values.ts';
import type { Lead, LeadOutcome } from '../../lib/domain/schema/lead.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { BulkForm } from './bulk-form.tsx';
import { markLeads, ReasonList } from './outcome-line.tsx';
import { OwnInput, typedValue } from './own-values.tsx';

/** Marks all that is selected as won or lost, with the reason, or opens it again. */
export function OutcomeAll({ ids }: { ids: ReadonlySet<string> }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const reasons = useId();
  const mark = async (result: LeadOutcome['result'] | null) => {
    if (!(await markLeads([...ids], result, reason))) return;
    setReason('');
    setOpen(false);
  };
  return (
    <Popover
      label={i18n.t('outcome.mark')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={CircleCheckIcon} label={i18n.t('outcome.mark')} />}
    >
      <div className="flex flex-col gap-2">
        <Field label={i18n.t('outcome.reason')}>
          {(props) => (
            <Input
              {...props}
              list={reasons}
              placeholder={i18n.t('outcome.reasonHint')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <ReasonList id={reasons} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={() => void mark('won')}>
            {i18n.t('outcome.markWon')}
          </Button>
          <Button onClick={() => void mark('lost')}>{i18n.t('outcome.markLost')}</Button>
          <Button look="quiet" onClick={() => void mark(null)}>
            {i18n.t('outcome.reopen')}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

/** Sets one of the user's own fields for all that is selected; an empty value takes it away. */
export function OwnFieldAll({ kind, ids }: { kind: Lead['kind']; ids: ReadonlySet<string> }) {
  const { fields } = useOwnFields();
  const [key, setKey] = useState('');
  const [text, setText] = useState('');
  const offered = fields.filter((field) => isOwnOf(field, kind));
  const field = offered.find((one) => one.key === key) ?? offered[0];
  if (!field) return null;
  const value = typedValue(field, text);
  return (
    <BulkForm
      ids={ids}
      label={i18n.t('own.set')}
      icon={SquarePenIcon}
      fields={offered}
      field={field.key}
      onField={(next) => {
        setKey(next);
        setText('');
      }}
      error={value === undefined ? i18n.t(`own.wrong.${field.type}`) : undefined}
      patch={() => (value === undefined ? undefined : { own: { [field.key]: value } })}
      onDone={() => setText('')}
    >
      {(props) => <OwnInput {...props} field={field} text={text} onText={setText} />}
    </BulkForm>
  );
}
