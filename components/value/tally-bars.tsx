import { i18n } from '#i18n';
import { FigureFrame } from './figure-frame.tsx';
import { countText, moneyText, percentText } from './words.ts';

export type Tally = { key: string; name: string; customers: number; amount: number };
const row = { height: 26, left: 236, right: 170, width: 720 };

/** Customers and their money by group, as bars that open their customers. In: groups in their order, the one that is open. */
export function TallyBars({
  title,
  hint,
  base,
  tallies,
  chosen,
  onChoose,
}: {
  title: string;
  hint?: string;
  base: string;
  tallies: readonly Tally[];
  chosen?: string | undefined;
  onChoose?: (key: string | undefined) => void;
}) {
  const total = tallies.reduce((sum, { customers }) => sum + customers, 0);
  const most = tallies.reduce((max, { customers }) => Math.max(max, customers), 1);
  const wide = row.width - row.left - row.right;
  return (
    <FigureFrame
      title={title}
      {...(hint && { hint })}
      isUsed={onChoose !== undefined}
      columns={[
        { head: i18n.t('value.group') },
        { head: i18n.t('value.customers'), numbers: true },
        { head: i18n.t('value.money'), numbers: true },
      ]}
      rows={tallies.map(({ key, name, customers, amount }) => ({ key, cells: [name, customers, amount] }))}
      shown={({ cells: [name = '', customers, amount] }) => [
        name,
        countText(Number(customers)),
        moneyText(Number(amount), base),
      ]}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: every bar in it is named; the figure has its caption */}
      <svg
        viewBox={`0 0 ${row.width} ${Math.max(1, tallies.length) * row.height}`}
        width={row.width}
        className="max-w-full"
        fontSize={13}
      >
        {tallies.map(({ key, name, customers, amount }, at) => {
          const isChosen = chosen === key;
          const choose = () => onChoose?.(isChosen ? undefined : key);
          const bar = (
            <>
              <rect width={row.width} height={row.height} fill="transparent" />
              <text x={row.left - 8} y={17} textAnchor="end" className="fill-ink" fontWeight={isChosen ? 700 : 400}>
                {name}
              </text>
              <rect
                x={row.left}
                y={5}
                width={Math.max(customers > 0 ? 2 : 0, (customers / most) * wide)}
                height={16}
                rx={2}
                className={isChosen ? 'fill-accent' : 'fill-edge'}
              />
              <text x={row.left + (customers / most) * wide + 8} y={17} className="fill-soft">
                {i18n.t('value.tallyShort', [
                  countText(customers),
                  percentText(total === 0 ? 0 : customers / total),
                  moneyText(amount, base),
                ])}
              </text>
            </>
          );
          return onChoose ? (
            // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
            <g
              key={key}
              role="button"
              tabIndex={0}
              aria-pressed={isChosen}
              transform={`translate(0 ${at * row.height})`}
              onClick={choose}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                choose();
              }}
            >
              {bar}
            </g>
          ) : (
            <g key={key} transform={`translate(0 ${at * row.height})`}>
              {bar}
            </g>
          );
        })}
      </svg>
    </FigureFrame>
  );
}
