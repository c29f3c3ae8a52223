import { i18n } from '#i18n';
import { FigureFrame } from './figure-frame.tsx';
import { countText, figureText, moneyText } from './words.ts';

/** What customers of one source cost and bring, each on average; undefined is unknown. */
export type SourceFigures = {
  key: string;
  name: string;
  met: number;
  customers: number;
  amount: number;
  cost: number | undefined;
  costEach: number | undefined;
  bringsEach: number | undefined;
  ratio: number | undefined;
};
const row = { height: 48, left: 216, right: 170, width: 760 };
const wide = row.width - row.left - row.right;

/** Headings of what sources cost and bring: of the chart's table and of the one that costs are typed into. In: whether that is margin or sales. */
export const sourceColumns = (isMargin: boolean) => [
  { head: i18n.t('value.axis.source') },
  { head: i18n.t('value.met'), numbers: true },
  { head: i18n.t('value.customers'), numbers: true },
  { head: i18n.t('value.money'), numbers: true },
  { head: i18n.t('value.cost'), numbers: true },
  { head: i18n.t('value.costEach'), numbers: true },
  { head: i18n.t(isMargin ? 'value.margin.marginEach' : 'value.lifetimeEach'), numbers: true },
  { head: i18n.t(isMargin ? 'value.margin.marginRatio' : 'value.ratio'), numbers: true },
];

/** Cost of a customer beside what one is expected to bring, by source. In: the sources; whether that is margin or sales. */
export function SourcesChart({
  sources,
  base,
  isMargin,
}: {
  sources: readonly SourceFigures[];
  base: string;
  isMargin: boolean;
}) {
  const drawn = sources.filter(({ costEach, bringsEach }) => costEach !== undefined || bringsEach !== undefined);
  const most = Math.max(1e-9, ...drawn.flatMap(({ costEach = 0, bringsEach = 0 }) => [costEach, bringsEach]));
  const money = (value: string | number | undefined) => (typeof value === 'number' ? moneyText(value, base) : '');
  return (
    <FigureFrame
      title={i18n.t('value.sourcesChart')}
      hint={i18n.t(isMargin ? 'value.sourcesChartMargin' : 'value.sourcesChartHint')}
      columns={sourceColumns(isMargin)}
      rows={sources.map(({ key, name, met, customers, amount, cost, costEach, bringsEach, ratio }) => ({
        key,
        cells: [name, met, customers, amount, cost ?? '', costEach ?? '', bringsEach ?? '', ratio ?? ''],
      }))}
      shown={({ cells: [name = '', met, customers, amount, cost, costEach, bringsEach, ratio] }) => [
        name,
        countText(Number(met)),
        countText(Number(customers)),
        ...[amount, cost, costEach, bringsEach].map(money),
        typeof ratio === 'number' ? figureText(ratio) : '',
      ]}
    >
      <svg
        viewBox={`0 0 ${row.width} ${Math.max(1, drawn.length) * row.height}`}
        width={row.width}
        className="max-w-full"
        fontSize={13}
        aria-hidden="true"
      >
        <defs>
          <pattern id="source-brings" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M1 0V6" className="stroke-accent" strokeWidth={2.5} />
          </pattern>
        </defs>
        {drawn.map(({ key, name, costEach, bringsEach }, at) => (
          <g key={key} transform={`translate(0 ${at * row.height})`}>
            <text x={row.left - 8} y={26} textAnchor="end" className="fill-ink">
              {name}
            </text>
            {[costEach, bringsEach].map((value, which) => {
              const width = (Math.max(0, value ?? 0) / most) * wide;
              return value === undefined ? null : (
                <g key={which === 0 ? 'cost' : 'brings'}>
                  <rect
                    x={row.left}
                    y={4 + which * 20}
                    width={Math.max(1.5, width)}
                    height={16}
                    className={which === 0 ? 'fill-ink' : 'stroke-accent'}
                    {...(which === 1 && { fill: 'url(#source-brings)' })}
                  />
                  <text x={row.left + width + 8} y={17 + which * 20} className="fill-soft">
                    {moneyText(value, base)}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </FigureFrame>
  );
}
