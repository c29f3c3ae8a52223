import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { useOrdersTold, type ValueQuestion } from '../hooks/use-orders.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { classText, countText, monthOf } from './words.ts';

const standings = ['A', 'B', 'C', 'none'] as const;
const text = { fill: 'var(--color-soft)', fontSize: 12 };
const name = (standing: (typeof standings)[number]) =>
  standing === 'none' ? i18n.t('value.noOrders') : classText(standing);

/** New, lost, up and down month by month, and how the classes of a year ago have moved. */
export function MovementBlock({ question }: { question: ValueQuestion }) {
  const { value } = useOrdersTold('movement', [question, 12]);
  if (!value) return null;
  const months = value.months.map(({ day, lost, down, ...rest }) => ({
    ...rest,
    lost: -lost,
    down: -down,
    month: monthOf(day),
  }));
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <FigureFrame
        title={i18n.t('value.movement')}
        hint={i18n.t('value.movementHint')}
        columns={[
          { head: i18n.t('value.month') },
          ...(['new', 'up', 'down', 'lost', 'same'] as const).map((one) => ({
            head: i18n.t(`value.moved.${one}`),
            numbers: true,
          })),
        ]}
        rows={value.months.map((one) => ({
          key: String(one.day),
          cells: [monthOf(one.day), one.new, one.up, one.down, one.lost, one.same],
        }))}
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
              <Bar isAnimationActive={false} dataKey="new" stackId="all" fill="var(--color-accent)" />
              <Bar
                isAnimationActive={false}
                dataKey="up"
                stackId="all"
                fill="url(#value-up)"
                stroke="var(--color-good)"
              />
              <Bar
                isAnimationActive={false}
                dataKey="down"
                stackId="all"
                fill="url(#value-down)"
                stroke="var(--color-danger)"
              />
              <Bar isAnimationActive={false} dataKey="lost" stackId="all" fill="var(--color-soft)" />
            </BarChart>
          </ResponsiveContainer>
        </div>
      </FigureFrame>
      <section className="flex max-w-2xl flex-col gap-2">
        <h2 className="font-semibold">{i18n.t('value.migration')}</h2>
        <p className="text-soft">{i18n.t('value.migrationHint')}</p>
        <FiguresTable
          label={i18n.t('value.migration')}
          columns={[{ head: i18n.t('value.before') }, ...standings.map((one) => ({ head: name(one), numbers: true }))]}
          rows={standings.map((from) => ({
            key: from,
            cells: [name(from), ...standings.map((to) => countText(value.year.table[from][to]))],
          }))}
        />
      </section>
    </div>
  );
}
