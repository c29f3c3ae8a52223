import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { useCustomerValue } from '../hooks/use-customer-values.ts';
import { CustomersBehind } from './order-owners.tsx';
import { ValueMark } from './value-pane.tsx';
import { countText, dateOf, fallText, moneyText, percentText, phaseText, segmentText } from './words.ts';

/** What a lead is worth as a customer, from their orders; nothing for who has none. */
export function LeadValue({ lead }: { lead: Lead }) {
  const value = useCustomerValue(lead);
  if (!value) return null;
  const {
    valueClass,
    segment,
    phase,
    orders,
    amount,
    currency,
    lastDay,
    chanceAlive,
    lifetime,
    lifetimeMargin,
    network,
    fall,
  } = value;
  const named = namedSegments.find((one) => one === segment);
  const figures = [
    chanceAlive !== undefined && i18n.t('value.leadAlive', [percentText(chanceAlive)]),
    lifetime !== undefined &&
      (lifetimeMargin === undefined
        ? i18n.t('value.leadLifetime', [moneyText(lifetime, currency)])
        : i18n.t('value.leadLifetimeMargin', [moneyText(lifetime, currency), moneyText(lifetimeMargin, currency)])),
    network !== undefined && i18n.t('value.networkLine', [moneyText(network, currency)]),
  ].filter((one) => one !== false);
  return (
    <section aria-label={i18n.t('value.leadTitle')} className="flex flex-col gap-1 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('value.leadTitle')}</h3>
      {value.leadId !== lead.id && <p className="text-sm text-soft">{i18n.t('value.ofCompany')}</p>}
      <p className="flex flex-wrap items-center gap-x-2">
        {valueClass ? (
          <ValueMark valueClass={valueClass} segment={named && segmentText(named)} />
        ) : (
          i18n.t('value.noClass')
        )}
        {phase && <span className="text-soft">{fall ? fallText(fall) : phaseText(phase)}</span>}
      </p>
      <p>{i18n.t('value.leadOrders', orders, [countText(orders), moneyText(amount, currency), dateOf(lastDay)])}</p>
      {figures.map((line) => (
        <p key={line} className="text-sm text-soft">
          {line}
        </p>
      ))}
      {value.leadId === lead.id && <CustomersBehind leadId={lead.id} />}
      <a href="/workspace.html#/customers" className="w-fit rounded-sm text-sm text-accent hover:underline">
        {i18n.t('value.title')}
      </a>
    </section>
  );
}
