import { SlidersHorizontalIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type Lead, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import { stagePatch } from '../../lib/domain/stage.ts';
import { type BulkPatch, leadActions } from '../hooks/use-lead-actions.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { stageName } from '../work/words.ts';
import { attemptWithUndo } from './act.ts';
import { SuggestedInput } from './suggested-input.tsx';
import { fieldWord } from './words.ts';

const fields = ['stage', 'owner', 'list', 'source'] as const;
type KeptField = (typeof fields)[number];

const label = (field: KeptField): string =>
  field === 'stage' ? i18n.t('table.column.stage') : fieldWord(field === 'source' ? 'howWeMet' : field);

function patchOf(field: KeptField, value: string): BulkPatch {
  if (field === 'stage') return stagePatch(value, Date.now());
  if (field === 'source') {
    const group = leadSourceGroup.safeParse(value);
    return { leadSource: group.success ? { group: group.data, name: '' } : null };
  }
  return { [field]: value.trim() || null };
}

/** Sets stage, owner, list or how we met of all that is selected; emptied, it is taken away. */
export function KeptAll({ kind, ids }: { kind: Lead['kind']; ids: ReadonlySet<string> }) {
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<KeptField>('stage');
  const [value, setValue] = useState('');
  const [pipeline = firstPipeline] = useSetting('pipeline');
  const stages = [...pipeline.stages.map(({ id }) => id), 'won', 'lost'];
  const chosen = field === 'stage' ? value || (stages[0] ?? '') : value;
  const apply = async () => {
    const work = () => leadActions.bulkEdit([...ids], patchOf(field, chosen));
    if (!(await attemptWithUndo(work, i18n.t('own.setDone', ids.size)))) return;
    setValue('');
    setOpen(false);
  };
  return (
    <Popover
      label={i18n.t('table.setAll')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={SlidersHorizontalIcon} label={i18n.t('table.setAll')} />}
    >
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <Field label={i18n.t('own.field')}>
          {(props) => (
            <Select
              {...props}
              value={field}
              onChange={(event) => {
                setField(fields.find((one) => one === event.target.value) ?? 'stage');
                setValue('');
              }}
            >
              {fields.map((one) => (
                <option key={one} value={one}>
                  {label(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={i18n.t('own.value')}>
          {(props) =>
            field === 'stage' || field === 'source' ? (
              <Select {...props} value={chosen} onChange={(event) => setValue(event.target.value)}>
                {field === 'source' && <option value="">–</option>}
                {(field === 'stage' ? stages : leadSourceGroup.options).map((one) => (
                  <option key={one} value={one}>
                    {field === 'stage'
                      ? stageName(one, pipeline)
                      : i18n.t(`exchange.group.${leadSourceGroup.parse(one)}`)}
                  </option>
                ))}
              </Select>
            ) : (
              <SuggestedInput {...props} kind={kind} column={field} value={value} onText={setValue} />
            )
          }
        </Field>
        <Button look="primary" type="submit" className="self-end">
          {i18n.t('own.apply')}
        </Button>
      </form>
    </Popover>
  );
}
