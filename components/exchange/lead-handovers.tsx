import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { useHandoversOf } from '../hooks/use-handover.ts';
import { dayAndTime } from '../leads/words.ts';
import { targetName } from './out-words.ts';

/** Where a lead went: the last time for each system, with the id that it has there. */
export function LeadHandovers({ lead }: { lead: Lead }) {
  const { value } = useHandoversOf(lead.id);
  if (!value || value.out.length + value.back.length === 0) return null;
  const { out, back } = value;
  const targets = [...new Set([...out, ...back].map(({ target }) => target))];
  return (
    <section aria-label={i18n.t('handover.onLead')} className="border-b border-line px-3 py-2">
      <h3 className="pb-1 text-sm font-medium text-soft">{i18n.t('handover.onLead')}</h3>
      <ul className="flex flex-col gap-0.5">
        {targets.map((target) => {
          const last = out.find((one) => one.target === target);
          const known = back.find((one) => one.target === target);
          const isChanged = last !== undefined && lead.updatedAt > last.at;
          return (
            <li key={target}>
              {last && (
                <span title={last.file}>
                  {i18n.t('handover.leadOut', [targetName(target), dayAndTime(last.at)])}
                  {isChanged && <span className="text-doubt"> · {i18n.t('handover.leadChanged')}</span>}
                </span>
              )}
              {known && (
                <span className="block text-sm text-soft select-text">
                  {i18n.t('handover.leadBack', [targetName(target), known.recordId])}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
