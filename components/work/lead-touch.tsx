import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { useLeadTasks } from '../hooks/use-tasks.ts';
import type { Touch } from '../hooks/use-touches.ts';
import { MayLines } from '../privacy/may-lines.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { MailTemplates } from './mail-templates.tsx';
import { LocalTime, Phones } from './phones.tsx';
import { pressOutcome, TouchLine } from './touch-line.tsx';

const kinds = [
  { kind: 'call', keys: 'c' },
  { kind: 'email', keys: 'm' },
  { kind: 'meeting', keys: 'v' },
  { kind: 'note', keys: 'n' },
] as const satisfies { kind: Touch['kind']; keys: string }[];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Keeps a call, mail, meeting or note with a lead, by one key each; the outcome of a call by another. */
export function LeadTouch({ lead, company }: { lead: Lead; company: Company | undefined }) {
  const [kind, setKind] = useState<Touch['kind']>();
  const frame = useRef<HTMLElement>(null);
  const tasks = useLeadTasks(lead.id);
  // A call that was planned is done by calling.
  const planned = tasks?.open.find((task) => task.kind === (kind === 'email' ? 'mail' : kind));
  const isNow = planned?.dueAt !== undefined && planned.dueAt < Date.now() + 24 * 3_600_000;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const article = frame.current?.closest('article');
      if (!article || !(event.target instanceof Element) || event.target.closest('article') !== article) return;
      if (event.target.closest('[data-row]')) return;
      const chosen = kinds.find(({ keys }) => keys === event.key);
      if (kind === 'call' && pressOutcome(frame.current, event.key)) event.preventDefault();
      else if (chosen) {
        event.preventDefault();
        setKind(chosen.kind);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [kind]);
  const close = () => {
    setKind(undefined);
    frame.current?.closest('article')?.focus();
  };
  return (
    <section
      ref={frame}
      aria-label={i18n.t('work.touches')}
      className="flex flex-col gap-1.5 border-b border-line px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-1">
        {kinds.map(({ kind: one, keys }) => (
          <Button
            key={one}
            size="small"
            aria-keyshortcuts={keys}
            aria-pressed={kind === one}
            className="aria-pressed:bg-accent-wash"
            onClick={() => setKind(kind === one ? undefined : one)}
          >
            {i18n.t(`work.touch.${one}`)} <Kbd keys={keys.toUpperCase()} />
          </Button>
        ))}
        <MailTemplates lead={lead} company={company} />
      </div>
      {(lead.phones.length > 0 || (company?.phones.length ?? 0) > 0) && (
        <p className="text-sm">
          <LocalTime lead={lead} company={company} />
        </p>
      )}
      {kind === 'call' && <MayLines lead={lead} company={company} channels={['call']} />}
      {kind === 'email' && <MayLines lead={lead} company={company} channels={['email']} />}
      {kind === 'call' && <Phones lead={lead} company={company} />}
      {kind && (
        <TouchLine
          key={kind}
          leadId={lead.id}
          kind={kind}
          // By keys a call is one press; other kinds begin with what was said.
          autoFocus={kind !== 'call'}
          doneTask={isNow ? planned : undefined}
          onKept={close}
          onCancel={close}
        />
      )}
    </section>
  );
}
