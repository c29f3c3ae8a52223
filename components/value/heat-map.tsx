import { i18n } from '#i18n';
import type { Overview } from '../hooks/use-orders.ts';
import { FigureFrame } from './figure-frame.tsx';
import { countText, moneyText, percentText } from './words.ts';

const cell = { width: 92, height: 46, gap: 3, left: 104, bottom: 34 };

/** How full the colour of a cell is, by its share of the fullest: never so full that words in ink are lost on it, light or dark. */
export const heatOf = (share: number): number => (share === 0 ? 0 : 0.06 + 0.49 * share);

/**
 * Customers by how lately and how often they bought; the tone says how many they are, the numbers say it without colour. A cell
 * opens its customers. In: the overview, the cell that is open.
 */
export function HeatMap({
  overview: { rfm, base },
  chosen,
  onChoose,
}: {
  overview: Overview;
  chosen: { r: number; f: number } | undefined;
  onChoose: (cell: { r: number; f: number } | undefined) => void;
}) {
  const { top, heat, breaks } = rfm;
  const total = heat.reduce((sum, { customers }) => sum + customers, 0);
  const most = heat.reduce((max, { customers }) => Math.max(max, customers), 1);
  const at = (r: number, f: number) => heat.find((one) => one.r === r && one.f === f);
  const recencies = Array.from({ length: top.r }, (_, index) => top.r - index);
  const frequencies = Array.from({ length: top.f }, (_, index) => index + 1);
  const width = cell.left + top.f * cell.width;
  const height = top.r * cell.height + cell.bottom;
  const spanOf = (score: number, cuts: readonly number[], least: number): [string, string] => [
    score === 1 ? countText(least) : countText((cuts[score - 2] as number) + 1),
    score > cuts.length ? '' : countText(cuts[score - 1] as number),
  ];
  const said = ([from, to]: [string, string]) =>
    to === '' ? i18n.t('value.orMore', [from]) : from === to ? to : `${from}–${to}`;
  // The nearest has the highest score: its cuts run the other way.
  const daySpan = (r: number) => spanOf(top.r + 1 - r, breaks.recency, 0);
  const orderSpan = (f: number) => spanOf(f, breaks.frequency, 1);
  const days = (r: number) => said(daySpan(r));
  const often = (f: number) => said(orderSpan(f));
  // A span is one of them only where it begins and ends with one.
  const number = (span: [string, string]) => (span.every((end) => end === countText(1)) ? 1 : 2);
  const daysText = (r: number) => i18n.t('value.daysShort', number(daySpan(r)), [days(r)]);
  const ordersText = (f: number) => i18n.t('value.ordersShort', number(orderSpan(f)), [often(f)]);
  return (
    <FigureFrame
      title={i18n.t('value.heat')}
      hint={i18n.t('value.heatHint')}
      isUsed
      columns={[
        { head: i18n.t('value.daysSince') },
        { head: i18n.t('value.orders') },
        { head: i18n.t('value.customers'), numbers: true },
        { head: i18n.t('value.money'), numbers: true },
      ]}
      rows={recencies.flatMap((r) =>
        frequencies.map((f) => ({
          key: `${r}${f}`,
          cells: [days(r), often(f), at(r, f)?.customers ?? 0, at(r, f)?.amount ?? 0],
        })),
      )}
      shown={({ cells: [since = '', orders = '', customers, money] }) => [
        since,
        orders,
        countText(Number(customers)),
        moneyText(Number(money), base),
      ]}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: every cell in it is named; the figure has its caption */}
      <svg viewBox={`0 0 ${width} ${height}`} width={width} className="max-w-full" fontSize={12}>
        {recencies.map((r, row) => (
          <g key={r}>
            <text x={cell.left - 8} y={row * cell.height + 27} textAnchor="end" className="fill-soft">
              {daysText(r)}
            </text>
            {frequencies.map((f, column) => {
              const { customers = 0, amount = 0 } = at(r, f) ?? {};
              const isChosen = chosen?.r === r && chosen.f === f;
              const share = customers / most;
              const toggle = () => onChoose(isChosen ? undefined : { r, f });
              return (
                <g key={f} transform={`translate(${cell.left + column * cell.width} ${row * cell.height})`}>
                  {/* biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing */}
                  <rect
                    role="button"
                    tabIndex={customers > 0 ? 0 : -1}
                    aria-disabled={customers === 0}
                    aria-pressed={isChosen}
                    aria-label={i18n.t('value.cell', [
                      daysText(r),
                      ordersText(f),
                      i18n.t('value.customersCount', customers, [countText(customers)]),
                      moneyText(amount, base),
                    ])}
                    width={cell.width - cell.gap}
                    height={cell.height - cell.gap}
                    rx={4}
                    className={isChosen ? 'fill-accent stroke-ink' : 'fill-accent stroke-line'}
                    fillOpacity={heatOf(share)}
                    strokeWidth={isChosen ? 3 : 1}
                    onClick={() => customers > 0 && toggle()}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return;
                      event.preventDefault();
                      if (customers > 0) toggle();
                    }}
                  />
                  <g pointerEvents="none" textAnchor="middle" className="fill-ink">
                    <text x={(cell.width - cell.gap) / 2} y={19} fontWeight={600}>
                      {countText(customers)}
                    </text>
                    <text x={(cell.width - cell.gap) / 2} y={35}>
                      {customers > 0 ? percentText(customers / Math.max(1, total), 1) : ''}
                    </text>
                  </g>
                </g>
              );
            })}
          </g>
        ))}
        {frequencies.map((f, column) => (
          <text
            key={f}
            x={cell.left + column * cell.width + (cell.width - cell.gap) / 2}
            y={top.r * cell.height + 14}
            textAnchor="middle"
            className="fill-soft"
          >
            {ordersText(f)}
          </text>
        ))}
      </svg>
    </FigureFrame>
  );
}
