import { DownloadIcon } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import {
  type ExportChoice,
  type ExportRequest,
  type ExportStep,
  exportLeads,
  useExportChoice,
} from '../hooks/use-export.ts';
import { useRecentHandovers } from '../hooks/use-handover.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { Progress } from '../ui/progress.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { ExportChoiceFields } from './export-choice.tsx';

type What = 'all' | 'shown' | 'selection';

type Props = {
  kind: Lead['kind'];
  /** How many are kept; absent until counted. */
  counts: { people: number; companies: number } | undefined;
  /** What search and filter leave over; absent when nothing is searched or filtered. */
  shown?: { count: number; ids: () => Promise<string[]> } | undefined;
  selected: ReadonlySet<string>;
  trigger?: ReactElement;
};

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** A workbook has a sheet for each kind; a CSV file holds one. */
function allText(kind: Lead['kind'], format: ExportChoice['format'], counts: { people: number; companies: number }) {
  if (format === 'csv')
    return kind === 'person'
      ? i18n.t('exchange.all.people', counts.people)
      : i18n.t('exchange.all.companies', counts.companies);
  return i18n.t('exchange.all.both', [
    i18n.t('exchange.all.ofPeople', counts.people),
    i18n.t('exchange.all.ofCompanies', counts.companies),
  ]);
}

/** One button for files: what, as what, and the file is in the downloads. */
export function ExportButton({ kind, counts, shown, selected, trigger }: Props) {
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState<ExportStep>();
  const running = useRef<AbortController>(undefined);
  const [wantsNews, setWantsNews] = useState(false);
  const [wanted, setWanted] = useState<What>();
  const { choice, choose } = useExportChoice();
  const options: { value: What; text: string }[] = [
    ...(selected.size > 0 ? [{ value: 'selection' as const, text: i18n.t('exchange.selection', selected.size) }] : []),
    ...(shown ? [{ value: 'shown' as const, text: i18n.t('exchange.shown', shown.count) }] : []),
    { value: 'all', text: allText(kind, choice.format, counts ?? { people: 0, companies: 0 }) },
  ];
  const what = options.find((option) => option.value === wanted)?.value ?? options[0]?.value ?? 'all';

  // Where nothing of this form went out before, all is new.
  const wentBefore = useRecentHandovers().value?.some(({ target, way }) => target === choice.format && way === 'out');
  const onlyNews = wantsNews && wentBefore === true;
  const isEmpty = what === 'all' && counts !== undefined && counts.people + counts.companies === 0;

  const requestOf = async (): Promise<ExportRequest> => {
    if (what === 'selection') return { kind, ids: [...selected] };
    if (what === 'shown' && shown) return { kind, ids: await shown.ids() };
    return { kind };
  };
  const run = async () => {
    const controller = new AbortController();
    running.current = controller;
    setStep({ done: 0, total: 1 });
    try {
      const { exportWords } = await import('./export-words.ts');
      const request = await requestOf();
      const ways = { onStep: setStep, signal: controller.signal };
      const { count, name } = await exportLeads({ ...request, onlyNews }, choice, exportWords(), ways);
      setOpen(false);
      say(count === 0 ? i18n.t('exchange.noNews') : i18n.t('exchange.done', count, [String(count), name]));
    } catch (cause) {
      if (controller.signal.aborted) return;
      sayError(i18n.t('exchange.failed', [reason(cause)]), { label: i18n.t('leads.retry'), run: () => void run() });
    } finally {
      setStep(undefined);
    }
  };

  return (
    <Popover
      label={i18n.t('leads.export')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={trigger ?? <IconButton icon={DownloadIcon} label={i18n.t('leads.export')} />}
    >
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Field label={i18n.t('exchange.what')}>
          {(props) => (
            <Select
              {...props}
              value={what}
              onChange={(event) => setWanted(options.find((option) => option.value === event.target.value)?.value)}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ExportChoiceFields
          choice={choice}
          onChange={(next) => {
            choose(next).catch((cause: unknown) => sayError(i18n.t('settings.failed', [reason(cause)])));
          }}
        />
        {wentBefore && (
          <label htmlFor="export-news" className="flex min-h-6 items-center gap-2">
            <Checkbox id="export-news" checked={onlyNews} onChange={(event) => setWantsNews(event.target.checked)} />
            {i18n.t('exchange.onlyNews')}
          </label>
        )}
        {step ? (
          <div className="mt-1 flex flex-col gap-2">
            <Progress label={i18n.t('exchange.working')} value={step.done} max={step.total} />
            <Button onClick={() => running.current?.abort()}>{i18n.t('exchange.cancel')}</Button>
          </div>
        ) : (
          <Button look="primary" type="submit" disabled={isEmpty} className="mt-1">
            {isEmpty ? i18n.t('exchange.nothing') : i18n.t('exchange.go')}
          </Button>
        )}
      </form>
    </Popover>
  );
}
