import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { orderActions } from '../hooks/use-orders.ts';
import { useQuickFind } from '../hooks/use-quick-find.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

/**
 * Says who a customer of the lists is instead: somebody of the book, or nobody. In: the customer, whom it is now (not offered), the
 * way back.
 */
export function TiePicker({
  customer: { id, name },
  now,
  onDone,
}: {
  customer: { id: number; name: string };
  now: string | undefined;
  onDone: () => void;
}) {
  const [text, setText] = useState('');
  const found = useQuickFind(text) ?? [];
  const nameOf = (lead: Lead) => lead.name ?? lead.emails[0] ?? '';
  const tie = (lead: Lead | undefined) =>
    void attemptWithUndo(
      () => orderActions.settle([{ id, leadId: lead?.id }]),
      lead ? i18n.t('value.tie.done', [name, nameOf(lead)]) : i18n.t('value.tie.doneNobody', [name]),
    ).then((isDone) => {
      if (isDone) onDone();
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from anything in it closes it
    <div
      className="flex flex-col gap-1 py-1"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Input
        autoFocus
        aria-label={i18n.t('value.tie.other')}
        placeholder={i18n.t('value.tie.other')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap gap-1">
        {found
          .filter((lead) => lead.id !== now)
          .map((lead) => (
            <Button key={lead.id} size="small" className="max-w-full truncate" onClick={() => tie(lead)}>
              {[nameOf(lead), lead.kind === 'person' ? lead.companyName : lead.domain].filter(Boolean).join(' · ')}
            </Button>
          ))}
        {now !== undefined && (
          <Button size="small" look="quiet" onClick={() => tie(undefined)}>
            {i18n.t('value.tie.nobody')}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onDone}>
          {i18n.t('value.tie.cancel')}
        </Button>
      </div>
    </div>
  );
}
