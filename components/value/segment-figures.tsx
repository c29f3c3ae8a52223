import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import { eightClasses } from '../../lib/value/segments.ts';
import type { CustomerFilter, Overview } from '../hooks/use-orders.ts';
import { TallyBars } from './tally-bars.tsx';
import { eightText, segmentText } from './words.ts';

/** The eleven segments, and beside them the eight classes by one threshold an axis. */
export function SegmentFigures({
  overview,
  chosen,
  onChoose,
}: {
  overview: Overview;
  chosen: Pick<CustomerFilter, 'segment' | 'eight'>;
  onChoose: (chosen: Pick<CustomerFilter, 'segment' | 'eight'>) => void;
}) {
  const none = { customers: 0, amount: 0 };
  return (
    <div className="grid gap-8 vast:grid-cols-2">
      <TallyBars
        title={i18n.t('value.segments')}
        hint={i18n.t('value.segmentsHint')}
        base={overview.base}
        chosen={chosen.segment}
        tallies={namedSegments.map((key) => ({ key, name: segmentText(key), ...(overview.segments[key] ?? none) }))}
        onChoose={(key) => {
          const segment = namedSegments.find((one) => one === key);
          onChoose(segment ? { segment } : {});
        }}
      />
      <TallyBars
        title={i18n.t('value.eightTitle')}
        hint={i18n.t('value.eightHint')}
        base={overview.base}
        chosen={chosen.eight}
        tallies={eightClasses.map((key) => ({ key, name: eightText(key), ...(overview.eight[key] ?? none) }))}
        onChoose={(key) => {
          const eight = eightClasses.find((one) => one === key);
          onChoose(eight ? { eight } : {});
        }}
      />
    </div>
  );
}
