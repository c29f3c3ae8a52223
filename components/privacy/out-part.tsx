import { SendIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { useWentOut } from '../hooks/use-privacy.ts';
import { dayAndTime } from '../leads/words.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

const step = 100;

/** The ledger of what left the book. */
export function OutPart() {
  const [most, setMost] = useState(step);
  const { value, failure } = useWentOut(most);
  if (failure)
    return (
      <p role="alert" className="p-4">
        {i18n.t('privacy.failed', [failure.detail])}
      </p>
    );
  if (!value) return <p className="p-4 text-soft">{i18n.t('privacy.loading')}</p>;
  if (value.length === 0) return <EmptyState icon={SendIcon} title={i18n.t('privacy.outNone')} />;
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-soft">{i18n.t('privacy.outHint')}</p>
      <FiguresTable
        label={i18n.t('privacy.out')}
        columns={[
          { head: i18n.t('privacy.where') },
          { head: i18n.t('privacy.what') },
          { head: i18n.t('privacy.when') },
          { head: i18n.t('privacy.count'), numbers: true },
        ]}
        rows={value.map((one) => ({
          key: `${one.at} ${one.where}`,
          cells: [
            <span key="where" className="break-all">
              {one.where}
            </span>,
            i18n.t(`privacy.outKind.${one.what}`),
            dayAndTime(one.at),
            one.count,
          ],
        }))}
      />
      {value.length === most && (
        <Button className="self-start" onClick={() => setMost(most + step)}>
          {i18n.t('privacy.more')}
        </Button>
      )}
    </div>
  );
}
