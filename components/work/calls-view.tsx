import { PhoneIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { fillTemplate, templateValues } from '../../lib/work/template.ts';
import { type Callee, type CallSource, useCallList } from '../hooks/use-call-list.ts';
import { useListNames } from '../hooks/use-list-names.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { leadName, secondLine } from '../leads/lead-row.tsx';
import { useRemembered } from '../leads/use-remembered.ts';
import { MayLine } from '../privacy/may-lines.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/input.tsx';
import { CallScript } from './call-script.tsx';
import { LocalTime, Phones } from './phones.tsx';
import { pressOutcome, TouchLine } from './touch-line.tsx';
import { dueText } from './words.ts';

const sourceKey = (source: CallSource) => (source.is === 'list' ? `list ${source.list}` : source.is);

/** Calls one after the other: whom, their numbers and time, what to say, and how it went by one key. In: whose they are, '' for everybody's. */
export function CallsView({ name, onOpen }: { name: string | undefined; onOpen: (leadId: string) => void }) {
  const [source, setSource] = useRemembered<CallSource>('calls.source', { is: 'due' });
  const lists = useListNames();
  const now = useNow();
  const callees = useCallList(source, name, now);
  const [activeId, setActiveId] = useState<string>();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLDivElement>(null);
  const waiting = (callees ?? []).filter(({ lead }) => !skipped.has(lead.id));
  const current = waiting.find(({ lead }) => lead.id === activeId) ?? waiting[0];
  const skip = (callee: Callee) => {
    setSkipped((before) => new Set([...before, callee.lead.id]));
    setActiveId(undefined);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, article, [role=dialog]'))
        return;
      if (pressOutcome(frame.current, event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div ref={frame} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <Select
          aria-label={i18n.t('work.callWhom')}
          className="w-auto! max-w-60"
          value={sourceKey(source)}
          onChange={({ target: { value } }) => {
            setSkipped(new Set());
            setActiveId(undefined);
            setSource(
              value === 'due' || value === 'best' ? { is: value } : { is: 'list', list: value.slice('list '.length) },
            );
          }}
        >
          <option value="due">{i18n.t('work.callSource.due')}</option>
          <option value="best">{i18n.t('work.callSource.best')}</option>
          {lists.map((list) => (
            <option key={list} value={`list ${list}`}>
              {i18n.t('work.callSource.list', [list])}
            </option>
          ))}
        </Select>
        <span role="status" className="text-sm text-soft">
          {callees && i18n.t('work.callsLeft', waiting.length)}
        </span>
      </div>
      {callees && !current && (
        <EmptyState icon={PhoneIcon} title={i18n.t('work.noCalls')}>
          <p>{i18n.t('work.noCallsTeach')}</p>
        </EmptyState>
      )}
      {current && (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          <Current key={current.lead.id} callee={current} now={now} onOpen={onOpen} onSkip={() => skip(current)} />
          <ul aria-label={i18n.t('work.callNext')}>
            {waiting.slice(0, 100).map((one) => (
              <li key={one.lead.id} className="border-b border-line">
                <button
                  type="button"
                  aria-current={one === current ? 'true' : undefined}
                  onClick={() => setActiveId(one.lead.id)}
                  className={classNames(
                    'focus-inner flex w-full items-baseline gap-2 px-3 py-1 text-start',
                    one === current ? 'bg-press font-medium' : 'hover:bg-wash',
                  )}
                >
                  <span className="truncate">{leadName(one.lead)}</span>
                  <span className="min-w-0 flex-1 truncate text-sm text-soft">{secondLine(one.lead)}</span>
                  {one.task && <span className="shrink-0 text-sm text-soft">{dueText(one.task, now)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Current({
  callee,
  now,
  onOpen,
  onSkip,
}: {
  callee: Callee;
  now: number;
  onOpen: (id: string) => void;
  onSkip: () => void;
}) {
  const { lead, company, task } = callee;
  const [settings] = useSetting('work');
  const values = templateValues(lead, company, settings?.myName ?? '');
  return (
    <section aria-label={leadName(lead)} className="flex flex-col gap-2 border-b border-line px-3 py-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold">{leadName(lead)}</h2>
          <p className="truncate text-soft">{secondLine(lead)}</p>
          {task && <p>{[task.text, dueText(task, now)].filter(Boolean).join(' · ')}</p>}
        </div>
        <Button look="quiet" size="small" onClick={() => onOpen(lead.id)}>
          {i18n.t('work.openLead')}
        </Button>
        <Button look="quiet" size="small" onClick={onSkip}>
          {i18n.t('work.skip')}
        </Button>
      </div>
      <LocalTime lead={lead} company={company} />
      <MayLine lead={lead} company={company} channel="call" />
      <Phones lead={lead} company={company} />
      <CallScript text={fillTemplate(settings?.callScript ?? '', values).text} />
      <TouchLine leadId={lead.id} kind="call" doneTask={task} />
    </section>
  );
}
