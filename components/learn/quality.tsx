import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import type { Lesson } from '../../lib/scoring/learn/learn.ts';
import type { Auc } from '../../lib/scoring/learn/statistics.ts';
import type { LearnQuestion } from '../hooks/use-learning.ts';
import { shareText } from '../icp/condition-words.ts';
import { numberText } from '../icp/points-words.ts';
import { Field, Select } from '../ui/input.tsx';
import { FiguresTable } from './figures-table.tsx';
import { digitsText } from './words.ts';

const Charts = lazy(async () => ({ default: (await import('./charts.tsx')).Charts }));

type Learnt = Extract<Lesson, { ok: true }>;

const aucText = ({ auc, interval }: Auc): string =>
  i18n.t('learn.within', [digitsText(auc, 3), digitsText(interval.low, 3), digitsText(interval.high, 3)]);

/** How well today's and the suggested points foretell, first in words; figures and charts behind "advanced". */
export function Quality({
  lesson,
  penalty,
  onPenalty,
  nameOf,
}: {
  lesson: Learnt;
  penalty: LearnQuestion['penalty'];
  onPenalty: (penalty: LearnQuestion['penalty']) => void;
  nameOf: (rule: string) => string;
}) {
  const [open, setOpen] = useState(false);
  const { auc, aucToday, aucGain, gains, gainsToday } = lesson;
  const outOf100 = ({ auc: value }: Auc) => numberText(Math.round(value * 100));
  const gain = aucGain.low > 0 ? 'more' : aucGain.high < 0 ? 'less' : 'open';
  return (
    <section aria-label={i18n.t('learn.quality')} className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('learn.quality')}</h2>
      <p className="max-w-prose text-pretty">
        {i18n.t('learn.pairs', [outOf100(aucToday), outOf100(auc)])} <strong>{i18n.t(`learn.gain.${gain}`)}</strong>
      </p>
      <p className="max-w-prose text-pretty">
        {i18n.t('learn.tenth', [shareText(gainsToday[0]?.gain ?? 0), shareText(gains[0]?.gain ?? 0)])}{' '}
        <span className="text-soft">{i18n.t('learn.unseen')}</span>
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="w-fit rounded-sm text-accent">{i18n.t('learn.advanced')}</summary>
        {open && (
          <div className="flex flex-col gap-5 pt-3">
            <div className="w-64 max-w-full">
              <Field label={i18n.t('learn.method')} hint={i18n.t('learn.methodHint')}>
                {(props) => (
                  <Select
                    {...props}
                    value={penalty}
                    onChange={(event) => onPenalty(event.target.value === 'firth' ? 'firth' : 'logF')}
                  >
                    <option value="logF">{i18n.t('learn.methodOf.logF')}</option>
                    <option value="firth">{i18n.t('learn.methodOf.firth')}</option>
                  </Select>
                )}
              </Field>
            </div>
            <FiguresTable
              label={i18n.t('learn.advanced')}
              columns={[
                { head: i18n.t('learn.figure') },
                { head: i18n.t('learn.today'), numbers: true },
                { head: i18n.t('learn.learnt'), numbers: true },
              ]}
              rows={[
                { key: 'auc', cells: [i18n.t('learn.figures.auc'), aucText(aucToday), aucText(auc)] },
                { key: 'brier', cells: [i18n.t('learn.figures.brier'), '–', digitsText(lesson.brier, 4)] },
                { key: 'ks', cells: [i18n.t('learn.figures.ks'), '–', digitsText(lesson.ks, 3)] },
              ]}
            />
            <Suspense fallback={<p className="text-soft">{i18n.t('panel.loading')}</p>}>
              <Charts lesson={lesson} />
            </Suspense>
            <section aria-label={i18n.t('learn.coefficients')} className="flex flex-col gap-2">
              <h3 className="font-medium">{i18n.t('learn.coefficients')}</h3>
              <FiguresTable
                label={i18n.t('learn.coefficients')}
                columns={[
                  { head: i18n.t('learn.rule') },
                  { head: i18n.t('learn.coefficient'), numbers: true },
                  { head: i18n.t('learn.error'), numbers: true },
                  { head: i18n.t('learn.information'), numbers: true },
                ]}
                rows={lesson.suggestions.map(({ rule, coefficient, standardError, informationValue }) => ({
                  key: rule,
                  cells: [
                    nameOf(rule),
                    digitsText(coefficient, 3),
                    digitsText(standardError, 3),
                    digitsText(informationValue, 3),
                  ],
                }))}
              />
            </section>
          </div>
        )}
      </details>
    </section>
  );
}
