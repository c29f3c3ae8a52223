import { useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { outcomeOf } from '../../lib/domain/outcome.ts';
import { dayOf, noonOf } from '../../lib/domain/own-values.ts';
import type { Company, Lead, LeadOutcome } from '../../lib/domain/schema/lead.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { useOutcomeReasons } from '../hooks/use-outcome-reasons.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { attemptWithUndo } from './act.ts';
import { KeptInput } from './kept-input.tsx';
import { dayText, outcomeText } from './words.ts';

/** Marks leads as won or lost, from now on; `null` opens them again. Says so and offers undo. */
export const markLeads = (ids: string[], result: LeadOutcome['result'] | null, reason = '') =>
  attemptWithUndo(
    () =>
      leadActions.bulkEdit(ids, {
        outcome: result && { result, at: Date.now(), ...(reason.trim() && { reason: reason.trim() }) },
      }),
    i18n.t(`outcome.marked.${result ?? 'open'}`, ids.length),
  );

/** Reasons that were given before, to be chosen while typing. Put its id into the input's `list`. */
export function ReasonList({ id }: { id: string }) {
  const reasons = useOutcomeReasons();
  return (
    <datalist id={id}>
      {reasons.map((reason) => (
        <option key={reason} value={reason} />
      ))}
    </datalist>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** W marks the lead as won and L as lost, wherever on its page the focus is but in a field. */
function useOutcomeKeys(mark: (result: LeadOutcome['result']) => void, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!(event.target instanceof Element && event.target.closest('article'))) return;
      if (event.key !== 'w' && event.key !== 'l') return;
      event.preventDefault();
      mark(event.key === 'w' ? 'won' : 'lost');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [mark, isOpen]);
}

/** How the work with a lead ended: two buttons while it is open, then when and why. A person's outcome is that of their company. */
export function OutcomeLine({ lead, company }: { lead: Lead; company: Company | undefined }) {
  const reasons = useId();
  const frame = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState(false);
  const own = outcomeOf(lead, company)?.outcome;
  const mark = async (result: LeadOutcome['result'] | null) => {
    if (busy) return;
    setBusy(true);
    await markLeads([lead.id], result);
    setBusy(false);
    // The button that was pressed is gone: the keys stay with the lead.
    frame.current?.closest('article')?.focus();
  };
  useOutcomeKeys((result) => void mark(result), own === undefined);
  const put = (outcome: LeadOutcome) =>
    void attemptWithUndo(() => leadActions.edit(lead.id, { outcome }), outcomeText(outcome));
  const firm = lead.kind === 'person' ? company?.name : undefined;
  return (
    <section
      ref={frame}
      aria-label={i18n.t('outcome.title')}
      className="flex flex-col gap-2 border-b border-line px-3 py-2"
    >
      {!own && (
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="text-sm font-medium text-soft">{i18n.t('outcome.title')}</h3>
          <span className="flex-1">
            {i18n.t('outcome.open')}
            {firm !== undefined && <span className="text-sm text-soft"> · {i18n.t('outcome.ofCompany', [firm])}</span>}
          </span>
          <Button size="small" aria-keyshortcuts="w" disabled={busy} onClick={() => void mark('won')}>
            {i18n.t('outcome.markWon')}
          </Button>
          <Button size="small" aria-keyshortcuts="l" disabled={busy} onClick={() => void mark('lost')}>
            {i18n.t('outcome.markLost')}
          </Button>
        </div>
      )}
      {own && (
        <>
          <div className="flex items-center gap-2">
            <h3 className="flex-1 font-medium">
              {firm === undefined
                ? i18n.t(own.result === 'won' ? 'outcome.wonOn' : 'outcome.lostOn', [dayText(own.at)])
                : i18n.t(own.result === 'won' ? 'outcome.wonThrough' : 'outcome.lostThrough', [firm, dayText(own.at)])}
            </h3>
            <Button look="quiet" size="small" disabled={busy} onClick={() => void mark(null)}>
              {i18n.t('outcome.reopen')}
            </Button>
          </div>
          <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-2">
            <Field label={i18n.t('outcome.at')}>
              {(props) => (
                <Input
                  {...props}
                  type="date"
                  value={dayOf(own.at)}
                  max={dayOf(Date.now())}
                  onChange={(event) => event.target.value && put({ ...own, at: noonOf(event.target.value) })}
                />
              )}
            </Field>
            <Field label={i18n.t(own.result === 'won' ? 'outcome.whyWon' : 'outcome.whyLost')}>
              {(props) => (
                <KeptInput
                  {...props}
                  list={reasons}
                  placeholder={i18n.t('outcome.reasonHint')}
                  value={own.reason ?? ''}
                  onKeep={(reason) => {
                    const { reason: _before, ...rest } = own;
                    put(reason === '' ? rest : { ...rest, reason });
                  }}
                />
              )}
            </Field>
            <ReasonList id={reasons} />
          </div>
          {lead.kind === 'company' && <p className="text-sm text-soft">{i18n.t('outcome.countsForPeople')}</p>}
        </>
      )}
    </section>
  );
}
