import { SlidersHorizontalIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type Lead, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import { stagePatch } from '../../lib/domain/stage.ts';
import type { BulkPatch } from '../hooks/use-lead-actions.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { Select } from '../ui/input.tsx';
import { stageName } from '../work/words.ts';
import { BulkForm } from './bulk-form.tsx';
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
  const [field, setField] = useState<KeptField>('stage');
  const [value, setValue] = useState('');
  const [pipeline = firstPipeline] = useSetting('pipeline');
  const stages = [...pipeline.stages.map(({ id }) => id), 'won', 'lost'];
  const chosen = field === 'stage' ? value || (stages[0] ?? '') : value;
  return (
    <BulkForm
      ids={ids}
      label={i18n.t('table.setAll')}
      icon={SlidersHorizontalIcon}
      fields={fields.map((key) => ({ key, name: label(key) }))}
      field={field}
      onField={(next) => {
        setField(fields.find((one) => one === next) ?? 'stage');
        setValue('');
      }}
      patch={() => patchOf(field, chosen)}
      onDone={() => setValue('')}
    >
      {(props) =>
        field === 'stage' || field === 'source' ? (
          <Select {...props} value={chosen} onChange={(event) => setValue(event.target.value)}>
            {field === 'source' && <option value="">–</option>}
            {(field === 'stage' ? stages : leadSourceGroup.options).map((one) => (
              <option key={one} value={one}>
                {field === 'stage' ? stageName(one, pipeline) : i18n.t(`exchange.group.${leadSourceGroup.parse(one)}`)}
              </option>
            ))}
          </Select>
        ) : (
          <SuggestedInput {...props} kind={kind} column={field} value={value} onText={setValue} />
        )
      }
    </BulkForm>
  );
}
