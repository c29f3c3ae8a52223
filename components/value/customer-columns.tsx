import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { CustomerFilter, CustomerLine, Overview } from '../hooks/use-orders.ts';
import { ValueMark } from './value-pane.tsx';
import {
  countText,
  dateOf,
  fallText,
  kindText,
  moneyText,
  percentText,
  phaseText,
  reasonText,
  segmentText,
} from './words.ts';

/** A column of customers: its head, the figure for a file, and how it is shown. */
export type CustomerColumn = {
  head: string;
  numbers?: boolean;
  cell: (line: CustomerLine) => string | number;
  shown?: (line: CustomerLine) => ReactNode;
};

/** A customer's name: a link to them where they are in the book. */
export function CustomerName({ line }: { line: Pick<CustomerLine, 'name' | 'leadId'> }) {
  if (!line.leadId) return <>{line.name}</>;
  return (
    <a className="text-accent underline-offset-2 hover:underline" href={`#/leads/${line.leadId}`}>
      {line.name}
    </a>
  );
}

/** Customer phase, and beside it why a volume falls. */
const phaseOf = ({ phase, fall }: CustomerLine) => (fall ? fallText(fall) : phaseText(phase));

/** What of all customers together decides which columns there are. */
export type CustomerTold = Pick<Overview, 'base' | 'wallet' | 'knowsMargin'>;

/** What is told of each customer. In: the overview, what is looked at: who is to be asked is shown with the question. */
export function customerColumns(
  { base, wallet, knowsMargin }: CustomerTold,
  filter: Omit<CustomerFilter, 'offset' | 'limit'>,
): CustomerColumn[] {
  const asks = filter.band === 'ask' || filter.fall === 'unknown';
  const why = (line: CustomerLine) => [
    // Where all are of one kind the title says it.
    ...(filter.kind ? [] : [kindText(line.customerKind)]),
    ...line.reasons.map(reasonText),
    ...(asks && line.wallet.ask ? [i18n.t(`value.wallet.ask.${line.wallet.ask}`)] : []),
  ];
  const money = (head: string, read: (line: CustomerLine) => number | undefined): CustomerColumn => ({
    head,
    numbers: true,
    cell: (line) => read(line) ?? '',
    shown: (line) => {
      const value = read(line);
      return value === undefined ? i18n.t('value.wallet.unknown') : moneyText(value, base);
    },
  });
  const wallets: CustomerColumn[] = [
    money(i18n.t('value.wallet.need'), ({ wallet: { need } }) => need),
    {
      head: i18n.t('value.wallet.share'),
      numbers: true,
      cell: ({ wallet: { share } }) => share ?? '',
      shown: ({ wallet: { share } }) => (share === undefined ? i18n.t('value.wallet.unknown') : percentText(share)),
    },
    money(i18n.t('value.wallet.potential'), ({ wallet: { potential } }) => potential),
  ];
  return [
    { head: i18n.t('value.name'), cell: ({ name }) => name, shown: (line) => <CustomerName line={line} /> },
    {
      head: i18n.t('value.class'),
      cell: ({ valueClass }) => valueClass ?? '',
      shown: ({ valueClass }) => (valueClass ? <ValueMark valueClass={valueClass} /> : i18n.t('value.noClass')),
    },
    {
      head: i18n.t('value.orders'),
      numbers: true,
      cell: ({ orders }) => orders,
      shown: ({ orders }) => countText(orders),
    },
    {
      head: i18n.t('value.money'),
      numbers: true,
      cell: ({ amount }) => amount,
      shown: ({ amount }) => moneyText(amount, base),
    },
    {
      head: i18n.t('value.last'),
      cell: ({ lastDay }) => dateOf(lastDay),
      shown: ({ lastDay }) => <span className="whitespace-nowrap">{dateOf(lastDay)}</span>,
    },
    {
      head: i18n.t('value.segmentHead'),
      cell: ({ segment }) => (segment ? segmentText(segment) : ''),
    },
    {
      head: i18n.t('value.phaseHead'),
      cell: phaseOf,
      shown: (line) => <span className="block min-w-28">{phaseOf(line)}</span>,
    },
    ...(wallet.known > 0 || asks ? wallets : []),
    {
      head: i18n.t('value.aliveHead'),
      numbers: true,
      cell: ({ alive }) => alive ?? '',
      shown: ({ alive }) => (alive === undefined ? '' : percentText(alive)),
    },
    {
      head: i18n.t('value.lifetimeHead'),
      numbers: true,
      cell: ({ lifetime }) => lifetime ?? '',
      shown: ({ lifetime }) => (lifetime === undefined ? '' : moneyText(lifetime, base)),
    },
    ...(knowsMargin
      ? [
          {
            head: i18n.t('value.marginHead'),
            numbers: true,
            cell: ({ lifetimeMargin }: CustomerLine) => lifetimeMargin ?? '',
            shown: ({ lifetimeMargin }: CustomerLine) =>
              lifetimeMargin === undefined ? '' : moneyText(lifetimeMargin, base),
          },
        ]
      : []),
    {
      head: i18n.t('value.why'),
      cell: (line) => why(line).join(', '),
      shown: (line) => <span className="block min-w-52">{why(line).join(' · ')}</span>,
    },
  ];
}
