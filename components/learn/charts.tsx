import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts';
import { i18n } from '#i18n';
import type { Lesson } from '../../lib/scoring/learn/learn.ts';
import { shareText } from '../icp/condition-words.ts';
import { numberText } from '../icp/points-words.ts';
import { ChartFrame } from './chart-frame.tsx';
import { digitsText, spanText, timesText } from './words.ts';

const ink = 'var(--color-ink)';
const soft = 'var(--color-soft)';
const accent = 'var(--color-accent)';
const line = 'var(--color-line)';
const text = { fill: soft, fontSize: 12 };
const margin = { top: 8, right: 16, bottom: 20, left: 8 };
const still = { isAnimationActive: false } as const;

const shareAxis = (label: string) => ({
  type: 'number' as const,
  domain: [0, 1],
  ticks: [0, 0.25, 0.5, 0.75, 1],
  tickFormatter: shareText,
  tick: text,
  stroke: soft,
  label: { value: label, position: 'insideBottom' as const, offset: -14, ...text },
});
const upAxis = (label: string) => ({
  width: 52,
  tick: text,
  stroke: soft,
  label: {
    value: label,
    angle: -90,
    position: 'insideLeft' as const,
    style: { textAnchor: 'middle' as const },
    ...text,
  },
});

/** A stroke as the chart draws it, with its meaning beside. */
function Key({
  dash,
  colour,
  width = 2,
  children,
}: {
  dash?: string;
  colour: string;
  width?: number;
  children: string;
}) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm">
      <svg width={28} height={8} aria-hidden="true">
        <path d="M1 4H27" stroke={colour} strokeWidth={width} {...(dash && { strokeDasharray: dash })} />
      </svg>
      {children}
    </span>
  );
}

/** Gains, lift and reliability of the suggested points, told apart by stroke and shape, not by colour alone. */
export function Charts({ lesson }: { lesson: Extract<Lesson, { ok: true }> }) {
  const curve = [
    { share: 0, today: 0, learnt: 0 },
    ...lesson.gains.map(({ share, gain }, at) => ({ share, today: lesson.gainsToday[at]?.gain ?? 0, learnt: gain })),
  ];
  const lifts = lesson.gains.map(({ share, lift }, at) => ({
    part: shareText(share),
    today: lesson.gainsToday[at]?.lift ?? 0,
    learnt: lift,
  }));
  const bins = lesson.reliability.map(({ mean, rate, n, interval }) => ({
    mean,
    rate,
    n,
    interval,
    span: [rate - interval.low, interval.high - rate],
  }));
  const today = i18n.t('learn.today');
  const learnt = i18n.t('learn.learnt');
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <ChartFrame
        title={i18n.t('learn.gains')}
        columns={[{ head: i18n.t('learn.gainsX') }, { head: today, numbers: true }, { head: learnt, numbers: true }]}
        rows={curve.slice(1).map((one) => ({
          key: String(one.share),
          cells: [shareText(one.share), shareText(one.today), shareText(one.learnt)],
        }))}
        keys={
          <>
            <Key colour={accent} width={2.5}>
              {learnt}
            </Key>
            <Key colour={ink} dash="6 3">
              {today}
            </Key>
            <Key colour={soft} dash="1 3">
              {i18n.t('learn.chance')}
            </Key>
          </>
        }
      >
        <ResponsiveContainer>
          <LineChart data={curve} margin={margin} accessibilityLayer={false}>
            <CartesianGrid stroke={line} />
            <XAxis dataKey="share" {...shareAxis(i18n.t('learn.gainsX'))} />
            <YAxis {...shareAxis('')} {...upAxis(i18n.t('learn.gainsY'))} />
            <ReferenceLine
              segment={[
                { x: 0, y: 0 },
                { x: 1, y: 1 },
              ]}
              stroke={soft}
              strokeDasharray="1 3"
            />
            <Line {...still} dataKey="today" stroke={ink} strokeWidth={2} strokeDasharray="6 3" dot={false} />
            <Line {...still} dataKey="learnt" stroke={accent} strokeWidth={2.5} dot={{ r: 2, fill: accent }} />
          </LineChart>
        </ResponsiveContainer>
      </ChartFrame>
      <ChartFrame
        title={i18n.t('learn.lifts')}
        columns={[{ head: i18n.t('learn.part') }, { head: today, numbers: true }, { head: learnt, numbers: true }]}
        rows={lifts.map((one) => ({
          key: one.part,
          cells: [one.part, timesText(one.today), timesText(one.learnt)],
        }))}
        keys={
          <>
            <Key colour={accent} width={8}>
              {learnt}
            </Key>
            <Key colour={soft} width={8} dash="2 2">
              {today}
            </Key>
          </>
        }
      >
        <ResponsiveContainer>
          <BarChart data={lifts} margin={margin} barGap={1} accessibilityLayer={false}>
            <defs>
              <pattern id="learn-stripes" width={4} height={4} patternUnits="userSpaceOnUse">
                <path d="M1 0V4" stroke={soft} strokeWidth={2} />
              </pattern>
            </defs>
            <CartesianGrid stroke={line} vertical={false} />
            <XAxis
              dataKey="part"
              tick={text}
              stroke={soft}
              label={{ value: i18n.t('learn.gainsX'), position: 'insideBottom', offset: -14, ...text }}
            />
            <YAxis {...upAxis(i18n.t('learn.liftY'))} tickFormatter={(value: number) => digitsText(value, 1)} />
            <ReferenceLine y={1} stroke={ink} strokeDasharray="1 3" />
            <Bar {...still} dataKey="today" fill="url(#learn-stripes)" stroke={soft} />
            <Bar {...still} dataKey="learnt" fill={accent} />
          </BarChart>
        </ResponsiveContainer>
      </ChartFrame>
      <ChartFrame
        title={i18n.t('learn.reliability')}
        columns={[
          { head: i18n.t('learn.reliabilityX') },
          { head: i18n.t('learn.reliabilityY'), numbers: true },
          { head: i18n.t('learn.likely'), numbers: true },
          { head: i18n.t('learn.ended'), numbers: true },
        ]}
        rows={bins.map((bin) => ({
          key: String(bin.mean),
          cells: [shareText(bin.mean), shareText(bin.rate), spanText(bin.interval), numberText(bin.n)],
        }))}
        keys={
          <>
            <Key colour={accent}>{i18n.t('learn.came')}</Key>
            <Key colour={soft} dash="1 3">
              {i18n.t('learn.exact')}
            </Key>
          </>
        }
      >
        <ResponsiveContainer>
          <ScatterChart margin={margin} accessibilityLayer={false}>
            <CartesianGrid stroke={line} />
            <XAxis dataKey="mean" {...shareAxis(i18n.t('learn.reliabilityX'))} />
            <YAxis dataKey="rate" {...shareAxis('')} {...upAxis(i18n.t('learn.reliabilityY'))} />
            <ReferenceLine
              segment={[
                { x: 0, y: 0 },
                { x: 1, y: 1 },
              ]}
              stroke={soft}
              strokeDasharray="1 3"
            />
            <Scatter {...still} data={bins} fill={accent} line={{ stroke: accent }}>
              <ErrorBar dataKey="span" direction="y" width={4} stroke={ink} strokeWidth={1.5} />
            </Scatter>
          </ScatterChart>
        </ResponsiveContainer>
      </ChartFrame>
    </div>
  );
}
