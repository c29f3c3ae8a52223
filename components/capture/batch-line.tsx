import { ChevronDownIcon, ChevronRightIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { dayOf, noonOf } from '../../lib/domain/own-values.ts';
import { type LeadSourceGroup, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import type { Batch } from '../../lib/domain/schema/tray.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { classNames } from '../ui/class-names.ts';
import { Field, Input, Select } from '../ui/input.tsx';
import { dayWord, sourceWord } from './words.ts';

/** What is set, on one line: "Hannover 2026 · Trade fair · pumps, valves · Li Wei". Empty where nothing is. */
export function batchSummary(batch: Batch): string {
  return [
    batch.list,
    batch.leadSource && (batch.leadSource.name || sourceWord(batch.leadSource.group)),
    batch.tags.join(', '),
    batch.owner,
    batch.nextStep &&
      [batch.nextStep.text, batch.nextStep.dueAt && dayWord(batch.nextStep.dueAt)].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(' · ');
}

const toDay = (at: number | undefined) => (at === undefined ? '' : dayOf(at));

/** The batch with some parts set, or left out where they became empty. */
function withParts(batch: Batch, parts: { [K in keyof Batch]?: Batch[K] | undefined }): Batch {
  const merged = { ...batch, ...parts };
  return {
    tags: merged.tags ?? [],
    ...(merged.list && { list: merged.list }),
    ...(merged.leadSource && { leadSource: merged.leadSource }),
    ...(merged.owner && { owner: merged.owner }),
    ...(merged.nextStep && { nextStep: merged.nextStep }),
  };
}

function splitTags(text: string): string[] {
  const tags = text.split(/[,，、;；]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** What goes with every lead saved from now on: one line, opened in place, kept until changed. */
export function BatchLine({ batch, onChange }: { batch: Batch; onChange: (batch: Batch) => void }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const names = useId();
  const [sources] = useSetting('sources');
  const summary = batchSummary(batch);
  const set = (parts: { [K in keyof Batch]?: Batch[K] | undefined }) => onChange(withParts(batch, parts));
  const setStep = (text: string, dueAt: number | undefined) =>
    set({ nextStep: text === '' && dueAt === undefined ? undefined : { text, ...(dueAt !== undefined && { dueAt }) } });
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section
      aria-label={i18n.t('capture.batch.label')}
      className="shrink-0 border-b border-line"
      onKeyDown={(event) => {
        const field = event.target instanceof HTMLInputElement ? event.target : undefined;
        if (!open || event.nativeEvent.isComposing || (event.key !== 'Escape' && !(event.key === 'Enter' && field)))
          return;
        event.preventDefault();
        event.stopPropagation();
        field?.blur();
        setOpen(false);
        toggle.current?.focus();
      }}
    >
      <button
        ref={toggle}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="focus-inner flex h-7 w-full items-center gap-1 px-2 text-start hover:bg-wash"
      >
        <Chevron size={14} aria-hidden="true" className="shrink-0 text-soft" />
        <span className={classNames('min-w-0 flex-1 truncate text-sm', summary === '' && 'text-soft')}>
          {summary === '' ? i18n.t('capture.batch.open') : summary}
        </span>
      </button>
      {open && (
        <div id={id} className="grid max-h-[50vh] grid-cols-2 gap-x-2 gap-y-1.5 overflow-y-auto px-3 pb-2">
          <p className="col-span-2 text-sm text-soft">{i18n.t('capture.batch.label')}</p>
          <Field label={i18n.t('capture.batch.list')}>
            {(props) => (
              <Input
                {...props}
                placeholder={i18n.t('capture.batch.listHint')}
                defaultValue={batch.list}
                onBlur={(event) => set({ list: event.target.value.trim() })}
              />
            )}
          </Field>
          <Field label={i18n.t('capture.batch.owner')}>
            {(props) => (
              <Input
                {...props}
                defaultValue={batch.owner}
                onBlur={(event) => set({ owner: event.target.value.trim() })}
              />
            )}
          </Field>
          <Field label={i18n.t('capture.batch.met')}>
            {(props) => (
              <Select
                {...props}
                value={batch.leadSource?.group ?? ''}
                onChange={(event) => {
                  const group = leadSourceGroup.safeParse(event.target.value);
                  set({ leadSource: group.success ? named(group.data, batch) : undefined });
                }}
              >
                <option value="">{i18n.t('capture.batch.none')}</option>
                {leadSourceGroup.options.map((group) => (
                  <option key={group} value={group}>
                    {sourceWord(group)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <datalist id={names}>
            {sources
              ?.filter(({ group }) => group === batch.leadSource?.group)
              .map(({ name }) => (
                <option key={name} value={name} />
              ))}
          </datalist>
          <Field label={i18n.t('capture.batch.metName')}>
            {(props) => (
              <Input
                {...props}
                disabled={batch.leadSource === undefined}
                list={names}
                defaultValue={batch.leadSource?.name}
                onBlur={(event) => {
                  if (batch.leadSource) set({ leadSource: { ...batch.leadSource, name: event.target.value.trim() } });
                }}
              />
            )}
          </Field>
          <div className="col-span-2">
            <Field label={i18n.t('capture.batch.tags')}>
              {(props) => (
                <Input
                  {...props}
                  placeholder={i18n.t('capture.batch.tagsHint')}
                  defaultValue={batch.tags.join(', ')}
                  onBlur={(event) => set({ tags: splitTags(event.target.value) })}
                />
              )}
            </Field>
          </div>
          <Field label={i18n.t('capture.batch.step')}>
            {(props) => (
              <Input
                {...props}
                defaultValue={batch.nextStep?.text}
                onBlur={(event) => setStep(event.target.value.trim(), batch.nextStep?.dueAt)}
              />
            )}
          </Field>
          <Field label={i18n.t('capture.batch.due')}>
            {(props) => (
              <Input
                {...props}
                type="date"
                value={toDay(batch.nextStep?.dueAt)}
                onChange={(event) =>
                  setStep(batch.nextStep?.text ?? '', event.target.value ? noonOf(event.target.value) : undefined)
                }
              />
            )}
          </Field>
        </div>
      )}
    </section>
  );
}

const named = (group: LeadSourceGroup, batch: Batch) => ({ group, name: batch.leadSource?.name ?? '' });
