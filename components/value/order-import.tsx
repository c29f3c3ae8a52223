import { FileInputIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { type OrderImporter, orderActions, useOrderImport } from '../hooks/use-orders.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { DropArea } from '../ui/drop-area.tsx';
import { Progress } from '../ui/progress.tsx';
import { say } from '../ui/toast.tsx';
import { OrderColumns } from './order-columns.tsx';
import { OrderDryRun } from './order-dry-run.tsx';
import { countText } from './words.ts';

/** Taking a list of orders in, from the file to the book. In: the way back to what the lists tell. */
export function OrderImport({ onDone }: { onDone?: (() => void) | undefined }) {
  const job = useOrderImport();
  const { view, summary, done, busy, failure, cancelled } = job.state;
  const takeBack = (batchId: string) =>
    void attempt(async () => {
      await orderActions.undo(batchId);
      job.startOver();
      say(i18n.t('value.import.undone'));
    });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {failure && <p role="alert">{i18n.t('value.import.failed', [failure])}</p>}
      {cancelled && <p role="status">{i18n.t('value.import.cancelled')}</p>}
      {busy ? (
        <Working busy={busy} onCancel={job.cancel} />
      ) : done ? (
        <div className="flex flex-col items-start gap-3">
          <p role="status" className="font-medium">
            {i18n.t('value.import.done', done.orders, [
              countText(done.orders),
              i18n.t('value.countOfCustomers', done.customers, [countText(done.customers)]),
              i18n.t('value.inBook', done.matched, [countText(done.matched)]),
            ])}
          </p>
          <div className="flex flex-wrap gap-2">
            {onDone && (
              <Button look="primary" onClick={onDone}>
                {i18n.t('value.import.see')}
              </Button>
            )}
            <Button onClick={() => takeBack(done.id)}>{i18n.t('value.import.undo')}</Button>
            <Button look="quiet" onClick={job.startOver}>
              {i18n.t('value.import.another')}
            </Button>
          </div>
        </div>
      ) : summary ? (
        <OrderDryRun job={job} summary={summary} />
      ) : view ? (
        <OrderColumns key={view.name} job={job} view={view} />
      ) : (
        <Drop onFile={(file) => void job.open(file)} />
      )}
    </div>
  );
}

function Working({ busy, onCancel }: { busy: NonNullable<OrderImporter['state']['busy']>; onCancel: () => void }) {
  const said = i18n.t(`value.import.${busy === 'opening' ? 'opening' : busy.step}`);
  const known = busy !== 'opening' && busy.total > 0;
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <p role="status">{said}</p>
      <Progress label={said} {...(known && { value: busy.done, max: busy.total })} />
      {busy !== 'opening' && (
        <Button className="self-start" onClick={onCancel}>
          {i18n.t('value.import.cancel')}
        </Button>
      )}
    </div>
  );
}

/** Where an order list is dropped or chosen. */
function Drop({ onFile }: { onFile: (file: File) => void }) {
  return (
    <DropArea
      label={i18n.t('value.import.drop')}
      icon={FileInputIcon}
      choose={i18n.t('value.import.choose')}
      accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      onFile={onFile}
    >
      <p className="font-medium">{i18n.t('value.import.drop')}</p>
      <p className="max-w-[60ch] text-balance text-soft">{i18n.t('value.import.hint')}</p>
    </DropArea>
  );
}
