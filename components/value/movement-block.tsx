import { useState } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import type { MonthlyMovement, Movement } from '../../lib/value/movement.ts';
import { type Overview, useOrdersTold, type ValueQuestion } from '../hooks/use-orders.ts';
import { CustomerTable } from './customer-table.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { MigrationChart } from './migration-chart.tsx';
import { countText, monthOf } from './words.ts';

const moves = ['new', 'up', 'down', 'lost', 'same'] as const;
const text = { fill: 'var(--color-soft)', fontSize: 12 };

/** New, lost, up and down month by month, and how the classes of a year ago have moved. */
export function MovementBlock({ overview, question }: { overview: Overview; question: ValueQuestion }) {
  const [chosen, setChosen] = useState<{ since: number; day: number; how: keyof Movement }>();
  const { value } = useOrdersTold('movement', [question, 12]);
  if (!value) return null;
  const months = value.months.map(({ day, lost, down, ...rest }) => ({
    ...rest,
    lost: -lost,
    down: -down,
    month: monthOf(day),
  }));
  const openAt = (how: keyof Movement) => (_bar: unknown, index: number) => {
    const line = value.months[index];
    if (line && line[how] > 0) setChosen({ since: line.since, day: line.day, how });
  };
  const title = chosen && `${monthOf(chosen.day)}: ${i18n.t(`value.moved.${chosen.how}`)}`;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <FigureFrame
        title={i18n.t('value.movement')}
        hint={i18n.t('value.movementHint')}
        columns={[
          { head: i18n.t('value.month') },
          ...moves.map((one) => ({
            head: i18n.t(`value.moved.${one}`),
            numbers: true,
          })),
        ]}
        rows={value.months.map((one) => ({
          key: String(one.day),
          cells: [monthOf(one.day), ...moves.map((how) => one[how])],
        }))}
        shown={({ key, cells: [month = ''] }) => {
          const line = value.months.find(({ day }) => String(day) === key);
          return [
            month,
            ...moves.map((how) => (line ? <MovedButton key={how} line={line} how={how} onOpen={setChosen} /> : '')),
          ];
        }}
        isTableOpen={chosen !== undefined}
      >
        <div className="h-60 w-full max-w-3xl">
          <ResponsiveContainer>
            <BarChart
              data={months}
              margin={{ top: 8, right: 16, bottom: 4, left: 8 }}
              stackOffset="sign"
              accessibilityLayer={false}
            >
              <defs>
                <pattern id="value-up" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <path d="M0 0V5" stroke="var(--color-good)" strokeWidth={5} />
                </pattern>
                <pattern
                  id="value-down"
                  width={5}
                  height={5}
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <path d="M1 0V5" stroke="var(--color-danger)" strokeWidth={2} />
                </pattern>
              </defs>
              <CartesianGrid stroke="var(--color-line)" vertical={false} />
              <XAxis dataKey="month" tick={text} stroke="var(--color-soft)" />
              <YAxis
                width={52}
                tick={text}
                stroke="var(--color-soft)"
                tickFormatter={(n: number) => countText(Math.abs(n))}
              />
              <ReferenceLine y={0} stroke="var(--color-ink)" />
              <Bar
                isAnimationActive={false}
                dataKey="new"
                onClick={openAt('new')}
                className="cursor-pointer"
                stackId="all"
                fill="var(--color-accent)"
              />
              <Bar
                isAnimationActive={false}
                dataKey="up"
                onClick={openAt('up')}
                className="cursor-pointer"
                stackId="all"
                fill="url(#value-up)"
                stroke="var(--color-good)"
              />
              <Bar
                isAnimationActive={false}
                dataKey="down"
                onClick={openAt('down')}
                className="cursor-pointer"
                stackId="all"
                fill="url(#value-down)"
                stroke="var(--color-danger)"
              />
              <Bar
                isAnimationActive={false}
                dataKey="lost"
                onClick={openAt('lost')}
                className="cursor-pointer"
                stackId="all"
                fill="var(--color-soft)"
              />
            </BarChart>
          </ResponsiveContainer>
        </div>
      </FigureFrame>
      {chosen && title && (
        <CustomerTable
          key={title}
          title={title}
          question={question}
          filter={{ moved: chosen }}
          overview={overview}
          taskText={i18n.t('value.taskFor', [title])}
          onReset={() => setChosen(undefined)}
        />
      )}
      <MigrationChart year={value.year} overview={overview} question={question} />
    </div>
  );
}

/** How many moved so in a month; a press shows who. */
function MovedButton({
  line,
  how,
  onOpen,
}: {
  line: MonthlyMovement;
  how: keyof Movement;
  onOpen: (moved: { since: number; day: number; how: keyof Movement }) => void;
}) {
  const count = line[how];
  if (count === 0) return <>{countText(0)}</>;
  return (
    <button
      type="button"
      className="rounded-sm text-accent underline-offset-2 hover:underline"
      aria-label={`${monthOf(line.day)}, ${i18n.t(`value.moved.${how}`)}: ${countText(count)}`}
      onClick={() => onOpen({ since: line.since, day: line.day, how })}
    >
      {countText(count)}
    </button>
  );
}
