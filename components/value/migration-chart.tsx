import { useState } from 'react';
import { i18n } from '#i18n';
import type { Migration, Standing } from '../../lib/value/movement.ts';
import type { Overview, ValueQuestion } from '../hooks/use-orders.ts';
import { CustomerTable } from './customer-table.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { heatOf } from './heat-map.tsx';
import { classText, countText } from './words.ts';

const standings = ['A', 'B', 'C', 'none'] as const;
const cell = { width: 118, height: 40, left: 150, top: 30, gap: 3 };
const standingText = (standing: Standing) => (standing === 'none' ? i18n.t('value.noOrders') : classText(standing));

/** How the classes of a year ago have moved: rows were, columns are. A cell opens its customers. */
export function MigrationChart({
  year,
  overview,
  question,
}: {
  year: Migration & { since: number; day: number };
  overview: Overview;
  question: ValueQuestion;
}) {
  const [chosen, setChosen] = useState<{ from: Standing; to: Standing }>();
  const { table, since, day } = year;
  const most = Math.max(1, ...standings.flatMap((from) => standings.map((to) => table[from][to])));
  const title = i18n.t('value.migration');
  const open = chosen && i18n.t('value.movedTitle', [standingText(chosen.from), standingText(chosen.to)]);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <FigureFrame
        title={title}
        hint={i18n.t('value.migrationHint')}
        isUsed
        columns={[
          { head: i18n.t('value.before') },
          ...standings.map((one) => ({ head: standingText(one), numbers: true })),
        ]}
        rows={standings.map((from) => ({
          key: from,
          cells: [standingText(from), ...standings.map((to) => table[from][to])],
        }))}
        shown={({ cells: [from = '', ...counts] }) => [from, ...counts.map((one) => countText(Number(one)))]}
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: every cell in it is named; the figure has its caption */}
        <svg
          viewBox={`0 0 ${cell.left + standings.length * cell.width} ${cell.top + standings.length * cell.height}`}
          width={cell.left + standings.length * cell.width}
          className="max-w-full"
          fontSize={13}
        >
          {standings.map((to, column) => (
            <text
              key={to}
              x={cell.left + column * cell.width + (cell.width - cell.gap) / 2}
              y={18}
              textAnchor="middle"
              className="fill-soft"
            >
              {standingText(to)}
            </text>
          ))}
          {standings.map((from, row) => (
            <g key={from} transform={`translate(0 ${cell.top + row * cell.height})`}>
              <text x={cell.left - 10} y={24} textAnchor="end" className="fill-soft">
                {standingText(from)}
              </text>
              {standings.map((to, column) => {
                const count = table[from][to];
                const isChosen = chosen?.from === from && chosen.to === to;
                const share = count / most;
                const choose = () => count > 0 && setChosen(isChosen ? undefined : { from, to });
                return (
                  <g key={to} transform={`translate(${cell.left + column * cell.width} 0)`}>
                    {/* biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing */}
                    <rect
                      role="button"
                      tabIndex={count > 0 ? 0 : -1}
                      aria-disabled={count === 0}
                      aria-pressed={isChosen}
                      aria-label={i18n.t('value.migrationImage', [
                        countText(count),
                        standingText(from),
                        standingText(to),
                      ])}
                      width={cell.width - cell.gap}
                      height={cell.height - cell.gap}
                      rx={4}
                      className={isChosen ? 'fill-accent stroke-ink' : 'fill-accent stroke-line'}
                      fillOpacity={heatOf(share)}
                      strokeWidth={isChosen ? 3 : 1}
                      onClick={choose}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter' && event.key !== ' ') return;
                        event.preventDefault();
                        choose();
                      }}
                    />
                    <text
                      x={(cell.width - cell.gap) / 2}
                      y={24}
                      textAnchor="middle"
                      pointerEvents="none"
                      fontWeight={from === to ? 400 : 600}
                      className="fill-ink"
                    >
                      {countText(count)}
                    </text>
                  </g>
                );
              })}
            </g>
          ))}
        </svg>
      </FigureFrame>
      {chosen && open && (
        <CustomerTable
          key={open}
          title={open}
          question={question}
          filter={{ moved: { since, day, ...chosen } }}
          overview={overview}
          taskText={i18n.t('value.taskFor', [open])}
          onReset={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
