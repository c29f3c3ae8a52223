import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type PlainTarget, plainTargets } from '../../lib/exchange/out/out-types.ts';
import { presetOf, presets } from '../../lib/exchange/presets/registry.ts';
import { useHandover } from '../hooks/use-handover.ts';
import { useOutgoing } from '../hooks/use-outgoing.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Progress } from '../ui/progress.tsx';
import { Segments } from '../ui/segments.tsx';
import { say } from '../ui/toast.tsx';
import { exportWords } from './export-words.ts';
import { OutPlan } from './out-plan.tsx';
import { lacksWords, targetName } from './out-words.ts';
import { RecentHandovers } from './recent-handovers.tsx';
import { type Which, WhichLeads } from './which-leads.tsx';

const plainWords: Record<PlainTarget, 'plainXlsx' | 'plainCsv' | 'plainVcard' | 'plainJsonl'> = {
  xlsx: 'plainXlsx',
  csv: 'plainCsv',
  vcard: 'plainVcard',
  jsonl: 'plainJsonl',
};

/** What goes to another system or into a file: where, what, a dry run, the file; and what went so far. */
export function OutView() {
  const job = useHandover(exportWords);
  const { state } = job;
  const outgoing = useOutgoing('import/out');
  const [target, setTarget] = useState('hubspot');
  const [chosenKind, setKind] = useState<Lead['kind']>('person');
  const [chosen, setChosen] = useState<Which>();
  const which = chosen ?? (outgoing ? { of: 'selection' } : { of: 'all' });
  const selection = which.of === 'selection' ? outgoing : undefined;
  const wantedKind = selection?.kind ?? chosenKind;
  const preset = presetOf(target);
  const kinds = (['person', 'company'] as const).filter((one) => !preset || preset.tables[one]);
  const kind = kinds.find((one) => one === wantedKind) ?? 'person';

  const plan = () =>
    void job.plan({
      target,
      kind,
      groups: exportWords().tables.group,
      ...(which.of === 'list' && { list: which.list }),
      ...(selection && { ids: selection.ids }),
    });
  const { failure, planned } = state;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {failure && (
        <p role="alert" className="flex items-center gap-3 border-b border-line px-4 py-2">
          {i18n.t('handover.failed', [failure.detail])}
          <Button size="small" onClick={failure.retry}>
            {i18n.t('handover.retry')}
          </Button>
        </p>
      )}
      {state.busy && !planned ? (
        <div className="flex flex-col gap-3 p-4">
          <p role="status">{i18n.t('handover.working')}</p>
          <Progress label={i18n.t('handover.working')} />
          <Button className="self-start" onClick={job.cancel}>
            {i18n.t('handover.cancel')}
          </Button>
        </div>
      ) : planned ? (
        <OutPlan
          key={planned.number}
          request={planned.request}
          summary={planned.summary}
          busy={state.busy === true}
          step={state.step}
          onCancel={job.cancelFile}
          page={job.page}
          onBack={job.back}
          onSave={(scope) =>
            void job.save(scope, (count, file) =>
              say(i18n.t('handover.done', count, [String(count), file, targetName(planned.request.target)])),
            )
          }
          onSaveLeft={(scope) =>
            void job.saveLeft(
              scope,
              i18n.t('handover.reason'),
              lacksWords(),
              `${planned.request.target}-${i18n.t('handover.leftName')}`,
            )
          }
        />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <form
            className="flex max-w-xl flex-col gap-3 p-4"
            onSubmit={(event) => {
              event.preventDefault();
              plan();
            }}
          >
            <Field label={i18n.t('handover.where')}>
              {(props) => (
                <Select {...props} value={target} onChange={(event) => setTarget(event.target.value)}>
                  <optgroup label={i18n.t('handover.systems')}>
                    {presets.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                  <optgroup label={i18n.t('handover.files')}>
                    {plainTargets.map((id) => (
                      <option key={id} value={id}>
                        {i18n.t(`handover.${plainWords[id]}`)}
                      </option>
                    ))}
                  </optgroup>
                </Select>
              )}
            </Field>
            <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
              <Segments
                label={i18n.t('handover.what')}
                value={kind}
                options={(selection ? [kind] : kinds).map((value) => ({
                  value,
                  text: i18n.t(value === 'person' ? 'leads.people' : 'leads.companies'),
                }))}
                onChange={setKind}
              />
              <Field label={i18n.t('handover.list')}>
                {(props) => (
                  <WhichLeads
                    {...props}
                    which={which}
                    selected={outgoing?.ids.length}
                    all={i18n.t('handover.allLists')}
                    listOf={(name) => name}
                    onChange={setChosen}
                  />
                )}
              </Field>
            </div>
            <Button type="submit" look="primary" size="large" className="self-start">
              {i18n.t('handover.see')}
            </Button>
          </form>
          <RecentHandovers />
        </div>
      )}
    </div>
  );
}
