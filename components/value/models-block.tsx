import { useState } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import {
  askOrders,
  type ModelReport,
  useOrdersTold,
  type ValueInterval,
  type ValueQuestion,
  type ValueSettings,
} from '../hooks/use-orders.ts';
import { attempt } from '../leads/act.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { MarginLines } from './margin-lines.tsx';
import { countText, figureText, moneyText, percentText } from './words.ts';

const models = ['mbgnbd', 'bgnbd', 'gammaGamma'] as const;

/** Lifetime value: the simple formula always, the models where the data carry them, with their fit, or why one keeps silent. */
export function ModelsBlock({
  base,
  question,
  settings,
  onSettings,
}: {
  base: string;
  question: ValueQuestion;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => Promise<void>;
}) {
  const { value: report, failure } = useOrdersTold('models', [question]);
  return (
    <section aria-label={i18n.t('value.lifetime')} className="flex min-w-0 flex-col gap-4">
      <h2 className="font-semibold">{i18n.t('value.lifetime')}</h2>
      {failure && <p role="alert">{i18n.t('value.failed', [failure.detail])}</p>}
      {!report && !failure && <p className="text-soft">{i18n.t('value.fitting')}</p>}
      {report && (
        <>
          <Report report={report} base={base} question={question} />
          <MarginLines report={report} base={base} settings={settings} onSettings={onSettings} />
        </>
      )}
    </section>
  );
}

function Report({ report, base, question }: { report: ModelReport; base: string; question: ValueQuestion }) {
  const { simple, speaks, refused, expectedOrders, lifetime, correlation } = report;
  const said = models.flatMap((model) => {
    const reason = refused[model];
    return reason ? [i18n.t('value.silent', [i18n.t(`value.model.${model}`), i18n.t(`value.refusal.${reason}`)])] : [];
  });
  return (
    <>
      <div className="flex max-w-[76ch] flex-col gap-1">
        <p>
          {simple.perYear === undefined
            ? i18n.t('value.simpleUndated')
            : simple.value === undefined || simple.retention === undefined
              ? i18n.t('value.simpleNone', [moneyText(simple.perYear, base)])
              : i18n.t('value.simple', [
                  moneyText(simple.value, base),
                  moneyText(simple.perYear, base),
                  percentText(simple.retention),
                ])}
        </p>
        {speaks && expectedOrders !== undefined && (
          <p>
            {i18n.t('value.expects', [
              i18n.t(`value.model.${speaks.kind}`),
              countText(Math.round(expectedOrders)),
              lifetime === undefined ? i18n.t('value.noValue') : moneyText(lifetime, base),
            ])}
          </p>
        )}
        {speaks?.isPenalised && (
          <p className="text-doubt">{i18n.t('value.penalised', [countText(report.repeaters)])}</p>
        )}
        {lifetime !== undefined && Math.abs(correlation) >= 0.3 && (
          <p className="text-doubt">{i18n.t('value.correlated', [figureText(correlation, 2)])}</p>
        )}
        {said.map((line) => (
          <p key={line} className="text-soft">
            {line}
          </p>
        ))}
      </div>
      {speaks && <IntervalLine base={base} question={question} />}
      <Parameters report={report} />
      {speaks && report.tracking.length > 1 && <TrackingChart tracking={report.tracking} model={speaks.kind} />}
    </>
  );
}

/** The interval takes many fits: it is worked out on demand. */
function IntervalLine({ base, question }: { base: string; question: ValueQuestion }) {
  const [state, setState] = useState<ValueInterval | 'working'>();
  if (state === undefined)
    return (
      <Button
        className="self-start"
        onClick={() => {
          setState('working');
          void attempt(async () => setState(await askOrders('interval', [question, 60]))).then((isDone) => {
            if (!isDone) setState(undefined);
          });
        }}
      >
        {i18n.t('value.workInterval')}
      </Button>
    );
  if (state === 'working') return <p role="status">{i18n.t('value.workingInterval')}</p>;
  const { orders, value, times } = state;
  return (
    <p role="status">
      {orders
        ? i18n.t('value.interval', [
            countText(Math.round(orders.low)),
            countText(Math.round(orders.high)),
            countText(times),
          ])
        : i18n.t('value.noInterval')}{' '}
      {value && i18n.t('value.intervalMoney', [moneyText(value.low, base), moneyText(value.high, base)])}
    </p>
  );
}

function Parameters({ report: { bgnbd, mbgnbd, gammaGamma } }: { report: ModelReport }) {
  const rows = [
    ...[mbgnbd, bgnbd].flatMap((fit) =>
      fit
        ? [
            {
              key: fit.kind,
              cells: [
                i18n.t(`value.model.${fit.kind}`),
                `r ${figureText(fit.r, 3)}, α ${figureText(fit.alpha, 3)}, a ${figureText(fit.a, 3)}, b ${figureText(fit.b, 3)}`,
                figureText(fit.ll, 2),
              ],
            },
          ]
        : [],
    ),
    ...(gammaGamma
      ? [
          {
            key: 'gg',
            cells: [
              i18n.t('value.model.gammaGamma'),
              `p ${figureText(gammaGamma.p, 3)}, q ${figureText(gammaGamma.q, 3)}, v ${figureText(gammaGamma.v, 3)}`,
              figureText(gammaGamma.ll, 2),
            ],
          },
        ]
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('value.parameters')}</summary>
      <div className="max-w-2xl">
        <FiguresTable
          label={i18n.t('value.parameters')}
          columns={[
            { head: i18n.t('value.modelHead') },
            { head: i18n.t('value.parameters') },
            { head: i18n.t('value.likelihood'), numbers: true },
          ]}
          rows={rows}
        />
      </div>
    </details>
  );
}

const text = { fill: 'var(--color-soft)', fontSize: 12 };

/** Repeat purchases week by week, all together: as they came, and as the model had it. */
function TrackingChart({ tracking, model }: { tracking: ModelReport['tracking']; model: 'bgnbd' | 'mbgnbd' }) {
  const [actual, expected] = [i18n.t('value.asCame'), i18n.t('value.asModel', [i18n.t(`value.model.${model}`)])];
  return (
    <FigureFrame
      title={i18n.t('value.tracking')}
      hint={i18n.t('value.trackingHint', [actual, expected])}
      columns={[{ head: i18n.t('value.week') }, { head: actual, numbers: true }, { head: expected, numbers: true }]}
      rows={tracking.map((one) => ({
        key: String(one.week),
        cells: [one.week, one.actual, Math.round(one.expected * 10) / 10],
      }))}
    >
      <div className="h-64 w-full max-w-3xl">
        <ResponsiveContainer>
          <LineChart data={tracking} margin={{ top: 8, right: 16, bottom: 20, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--color-line)" />
            <XAxis
              dataKey="week"
              tick={text}
              stroke="var(--color-soft)"
              label={{ value: i18n.t('value.week'), position: 'insideBottom', offset: -14, ...text }}
            />
            <YAxis
              width={64}
              tick={text}
              stroke="var(--color-soft)"
              tickFormatter={(value: number) => countText(value)}
            />
            <Line isAnimationActive={false} dataKey="actual" stroke="var(--color-ink)" strokeWidth={2} dot={false} />
            <Line
              isAnimationActive={false}
              dataKey="expected"
              stroke="var(--color-accent)"
              strokeWidth={2.5}
              strokeDasharray="6 4"
              dot={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </FigureFrame>
  );
}
