import { SlidersHorizontalIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type Lead, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import { stagePatch } from '../../lib/domain/stage.ts';
import { useKnownValues } from '../hooks/use-known-values.ts';
import type { BulkPatch } from '../hooks/use-lead-actions.ts';
import { useOwners } from '../hooks/use-owners.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { Field, Select } from '../ui/input.tsx';
import { HandOverForm } from '../work/hand-over.tsx';
import { stageName } from '../work/words.ts';
import { BulkForm } from './bulk-form.tsx';
import { SuggestedInput } from './suggested-input.tsx';
import { fieldWord } from './words.ts';

const fields = ['stage', 'owner', 'standIn', 'list', 'source'] as const;
type KeptField = (typeof fields)[number];

const words: Partial<Record<KeptField, () => string>> = {
  stage: () => i18n.t('table.column.stage'),
  standIn: () => i18n.t('work.handOver.title'),
};
const label = (field: KeptField): string =>
  words[field]?.() ?? fieldWord(field === 'owner' || field === 'list' ? field : 'howWeMet');

function patchOf(field: KeptField, value: string, name: string): BulkPatch {
  if (field === 'stage') return stagePatch(value, Date.now());
  if (field === 'source') {
    const group = leadSourceGroup.safeParse(value);
    // Whoever names only the group leaves the names as they are.
    return { leadSource: group.success ? { group: group.data, ...(name.trim() && { name: name.trim() }) } : null };
  }
  return { [field]: value.trim() || null };
}

/** Sets stage, owner, list or how we met of all that is selected, or hands it over for a while; emptied, a value is taken away. */
export function KeptAll({ kind, ids }: { kind: Lead['kind']; ids: ReadonlySet<string> }) {
  const [field, setField] = useState<KeptField>('stage');
  const [value, setValue] = useState('');
  const [name, setName] = useState('');
  const [pipeline = firstPipeline] = useSetting('pipeline');
  const group = leadSourceGroup.safeParse(field === 'source' ? value : undefined).data;
  const offered = useKnownValues(kind, field === 'source' ? 'sourceName' : field === 'owner' ? 'owner' : 'list', group);
  const stages = [...pipeline.stages.map(({ id }) => id), 'won', 'lost'];
  const chosen = field === 'stage' ? value || (stages[0] ?? '') : value;
  const clear = () => {
    setValue('');
    setName('');
  };
  return (
    <BulkForm
      ids={ids}
      label={i18n.t('table.setAll')}
      icon={SlidersHorizontalIcon}
      fields={fields.map((key) => ({ key, name: label(key) }))}
      field={field}
      onField={(next) => {
        setField(fields.find((one) => one === next) ?? 'stage');
        clear();
      }}
      patch={() => patchOf(field, chosen, name)}
      onDone={clear}
      instead={field === 'standIn' ? (done) => <HandOverAll ids={ids} onDone={done} /> : undefined}
      more={
        group && (
          <Field label={i18n.t('leads.howWeMetName')} hint={i18n.t('leads.howWeMetKeep')}>
            {(props) => <SuggestedInput {...props} offered={offered} value={name} onText={setName} />}
          </Field>
        )
      }
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
          <SuggestedInput {...props} offered={offered} value={value} onText={setValue} />
        )
      }
    </BulkForm>
  );
}

/** Gives all that is selected to a colleague until a day. */
function HandOverAll({ ids, onDone }: { ids: ReadonlySet<string>; onDone: () => void }) {
  return <HandOverForm ids={[...ids]} owners={useOwners()} onDone={onDone} takesFocus={false} />;
}
