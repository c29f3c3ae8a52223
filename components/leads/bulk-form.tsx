import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import { type BulkPatch, leadActions } from '../hooks/use-lead-actions.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { attemptWithUndo } from './act.ts';

type ControlProps = Parameters<ComponentProps<typeof Field>['children']>[0];

/**
 * A form that sets one field of all that is selected. In: its name and picture, the fields offered with their words, the one chosen,
 * what is wrong with its value, what it changes (undefined while the value is none), the control for the value.
 */
export function BulkForm({
  ids,
  label,
  icon,
  fields,
  field,
  onField,
  error,
  patch,
  onDone,
  instead,
  more,
  children,
}: {
  ids: ReadonlySet<string>;
  label: string;
  icon: LucideIcon;
  fields: readonly { key: string; name: string }[];
  field: string;
  onField: (key: string) => void;
  error?: string | undefined;
  patch: () => BulkPatch | undefined;
  onDone: () => void;
  /** A form of its own for the chosen field. In: to be called once it is done. */
  instead?: ((done: () => void) => ReactNode) | undefined;
  /** What stands below the value. */
  more?: ReactNode;
  children: (props: ControlProps) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const apply = async () => {
    const change = patch();
    if (change === undefined) return;
    const work = () => leadActions.bulkEdit([...ids], change);
    if (!(await attemptWithUndo(work, i18n.t('own.setDone', ids.size)))) return;
    onDone();
    setOpen(false);
  };
  return (
    <Popover
      label={label}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={icon} label={label} />}
    >
      <div className="flex flex-col gap-2">
        <Field label={i18n.t('own.field')}>
          {(props) => (
            <Select {...props} value={field} onChange={(event) => onField(event.target.value)}>
              {fields.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {instead ? (
          instead(() => setOpen(false))
        ) : (
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void apply();
            }}
          >
            <Field label={i18n.t('own.value')} {...(error && { error })}>
              {children}
            </Field>
            {more}
            <Button look="primary" type="submit" className="self-end" disabled={error !== undefined}>
              {i18n.t('own.apply')}
            </Button>
          </form>
        )}
      </div>
    </Popover>
  );
}
