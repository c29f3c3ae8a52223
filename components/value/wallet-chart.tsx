import { i18n } from '#i18n';
import { type Overview, useOrdersTold, type ValueQuestion } from '../hooks/use-orders.ts';
import { CustomerName } from './customer-columns.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { moneyText, percentText } from './words.ts';

const row = { height: 28, left: 216, right: 340, width: 960 };
const wide = row.width - row.left - row.right;
const shown = 15;
const listed = 500;

/** Who buys most elsewhere: what is ours beside what is not. A name opens its page. */
export function WalletChart({ question, overview: { base } }: { question: ValueQuestion; overview: Overview }) {
  const { value } = useOrdersTold('customers', [question, { sort: 'potential', offset: 0, limit: listed }]);
  const lines = (value?.lines ?? []).flatMap((line) => {
    const { need, share, potential } = line.wallet;
    return need === undefined || share === undefined || potential === undefined
      ? []
      : [{ line, need, share, potential, ours: share * need }];
  });
  if (lines.length === 0) return null;
  const most = Math.max(...lines.slice(0, shown).map(({ need }) => need), 1);
  return (
    <FigureFrame
      title={i18n.t('value.wallet.chart')}
      hint={i18n.t('value.wallet.chartHint')}
      isUsed
      columns={[
        { head: i18n.t('value.name') },
        { head: i18n.t('value.wallet.need'), numbers: true },
        { head: i18n.t('value.wallet.ours'), numbers: true },
        { head: i18n.t('value.wallet.elsewhere'), numbers: true },
        { head: i18n.t('value.wallet.share'), numbers: true },
      ]}
      rows={lines.map(({ line, need, ours, potential, share }) => ({
        key: line.key,
        cells: [line.name, need, ours, potential, share],
      }))}
      shown={({ key, cells: [name = '', ...figures] }) => {
        const line = lines.find((one) => one.line.key === key)?.line;
        return [
          line ? <CustomerName key="name" line={line} /> : name,
          ...figures.slice(0, 3).map((one) => moneyText(Number(one), base)),
          percentText(Number(figures[3])),
        ];
      }}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: every bar in it is named; the figure has its caption */}
      <svg
        viewBox={`0 0 ${row.width} ${Math.min(lines.length, shown) * row.height}`}
        width={row.width}
        className="max-w-full"
        fontSize={13}
      >
        <defs>
          <pattern
            id="wallet-elsewhere"
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M1 0V6" className="stroke-edge" strokeWidth={2.5} />
          </pattern>
        </defs>
        {lines.slice(0, shown).map(({ line, ours, potential, share }, at) => {
          const [from, rest] = [(ours / most) * wide, (potential / most) * wide];
          const bar = (
            <g key={line.key} transform={`translate(0 ${at * row.height})`}>
              <rect width={row.width} height={row.height} fill="transparent" />
              <text x={row.left - 8} y={18} textAnchor="end" className={line.leadId ? 'fill-accent' : 'fill-ink'}>
                {line.name.length > 28 ? `${line.name.slice(0, 27)}…` : line.name}
              </text>
              <rect x={row.left} y={6} width={Math.max(from, ours > 0 ? 2 : 0)} height={16} className="fill-accent" />
              <rect
                x={row.left + from}
                y={6.5}
                width={rest}
                height={15}
                fill="url(#wallet-elsewhere)"
                className="stroke-edge"
              />
              <text x={row.left + from + rest + 8} y={18} className="fill-soft">
                {i18n.t('value.wallet.bar', [moneyText(ours, base), moneyText(potential, base), percentText(share)])}
              </text>
            </g>
          );
          return line.leadId ? (
            <a key={line.key} href={`#/leads/${line.leadId}`}>
              {bar}
            </a>
          ) : (
            bar
          );
        })}
      </svg>
    </FigureFrame>
  );
}
