import { useState } from 'react';
import { i18n } from '#i18n';
import { encodeCsv } from '../../lib/exchange/csv.ts';
import type { Mapping } from '../../lib/exchange/import/guess.ts';
import type { ImportSource } from '../../lib/exchange/import/session-types.ts';
import { presetOf } from '../../lib/exchange/presets/registry.ts';
import { download } from '../hooks/use-export.ts';
import { type Import, type ImportState, useImport } from '../hooks/use-import.ts';
import { useListNames } from '../hooks/use-list-names.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DryRun } from './dry-run.tsx';
import { takeBack } from './recent-imports.tsx';
import { type Decided, usual } from './row-choices.tsx';
import { ImportStart } from './start.tsx';

/** Whether any column of a mapping names, reaches or leads to somebody. */
const isNamed = ({ columns }: Mapping) =>
  columns.some(({ to }) =>
    /^(?:person|company)\.(?:\w*[nN]ame|emails|phones|links|website|domain|wechat|qq|whatsapp)\b/.test(to),
  );

/** The import, from the file to the book. */
export function ImportView() {
  const job = useImport();
  const { state } = job;
  const { fields } = useOwnFields();
  const lists = useListNames();
  const [decided, setDecided] = useState<Decided>(usual);
  // The user's mapping, as long as the file is the one it was made for.
  const [edited, setEdited] = useState<{ of: Mapping; mapping: Mapping }>();
  const { file, summary, done, busy } = state;
  const mapping = file && (edited?.of === file.mapping ? edited.mapping : file.mapping);
  const [named, setNamed] = useState<Mapping>();
  if (file && named !== file.mapping) {
    setNamed(file.mapping);
    // A file that names nobody is one of numbers: its rows are called after it.
    setDecided({ ...decided, named: !isNamed(file.mapping) });
  }

  const open = (source: ImportSource) => void job.open(source);
  const saveRefused = () =>
    void attempt(async () => {
      const words = Object.fromEntries(
        (['nothing', 'cells', 'quotes', 'maybe', 'ambiguous', 'erased'] as const).map((reason) => [
          reason,
          i18n.t(`import.reason.${reason}`),
        ]),
      );
      const text = await job.refused(words, i18n.t('import.reasonHeading'));
      const stem = (file?.name ?? '').replace(/\.[^.]+$/, '');
      download(
        new Blob([encodeCsv(text, 'utf-8')], { type: 'text/csv' }),
        `${stem}-${i18n.t('import.refusedName')}.csv`,
      );
    });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {(file || done) && !busy && (
        <header className="flex min-h-10 shrink-0 items-center gap-3 border-b border-line px-4">
          {file && (
            <span className="min-w-0 truncate text-soft" title={file.name}>
              {file.name} · {i18n.t('import.rows', file.rows)}
            </span>
          )}
          <Button look="quiet" className="ms-auto" onClick={job.startOver}>
            {i18n.t('import.another')}
          </Button>
        </header>
      )}
      <Notices state={state} />
      {busy ? (
        <Working busy={busy} onCancel={job.cancel} />
      ) : done ? (
        <Done done={done} onAgain={job.startOver} />
      ) : file && summary && mapping ? (
        <DryRun
          file={file}
          summary={summary}
          changed={state.changed === true}
          idsOnly={decided.idsOnly && file.hasRecordIds}
          own={fields}
          page={job.page}
          onBack={job.backToColumns}
          onSaveRefused={saveRefused}
          onWrite={() => void job.write(summary)}
        />
      ) : file && mapping && file.rows > 0 ? (
        <ColumnsStep
          key={file.name}
          file={file}
          lists={lists}
          decided={decided}
          mapping={mapping}
          onMapping={(next) => setEdited({ of: file.mapping, mapping: next })}
          onDecided={setDecided}
          onReopen={open}
          onPlan={(request) => void job.plan(request)}
        />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          {file && (
            <p role="alert" className="px-4 pt-3">
              {i18n.t('import.unreadable')}
            </p>
          )}
          <ImportStart onSource={open} />
        </div>
      )}
    </div>
  );
}

/** What went wrong or was called off. */
function Notices({ state: { failure, cancelled } }: { state: ImportState }) {
  if (failure)
    return (
      <p role="alert" className="flex items-center gap-3 border-b border-line px-4 py-2">
        {i18n.t('import.failed', [failure.detail])}
        <Button size="small" onClick={failure.retry}>
          {i18n.t('import.retry')}
        </Button>
      </p>
    );
  if (!cancelled) return null;
  return (
    <p role="status" className="border-b border-line px-4 py-2">
      {i18n.t('import.cancelled')}
    </p>
  );
}

/** How far it is; whoever waits can call it off. */
function Working({ busy, onCancel }: { busy: NonNullable<ImportState['busy']>; onCancel: Import['cancel'] }) {
  const said =
    busy === 'opening'
      ? i18n.t('import.opening')
      : busy.step === 'reading'
        ? i18n.t('import.reading')
        : i18n.t(`import.${busy.step}`, [busy.done, busy.total]);
  const known = busy !== 'opening' && busy.total > 0;
  return (
    <div className="flex flex-col gap-3 p-4">
      <p role="status">{said}</p>
      <Progress label={said} {...(known && { value: busy.done, max: busy.total })} />
      {busy !== 'opening' && (
        <Button className="self-start" onClick={onCancel}>
          {i18n.t('import.cancel')}
        </Button>
      )}
    </div>
  );
}

function Done({ done, onAgain }: { done: NonNullable<ImportState['done']>; onAgain: () => void }) {
  const [undoing, setUndoing] = useState(false);
  const { created, merged, unchanged, refused } = done.summary;
  const { actionId } = done;
  const system = presetOf(done.preset)?.name ?? '';
  const undo = async () => {
    if (actionId === undefined) return;
    setUndoing(true);
    const isUndone = await takeBack(actionId);
    setUndoing(false);
    if (isUndone) onAgain();
  };
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p role="status" className="font-medium">
        {actionId === undefined
          ? i18n.t('handover.idsDone', done.ids, [String(done.ids), system])
          : i18n.t('import.done', [created, merged, unchanged, refused])}
      </p>
      {actionId !== undefined && done.ids > 0 && (
        <p>{i18n.t('handover.idsToo', done.ids, [String(done.ids), system])}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <a
          href="#/leads"
          className="inline-flex h-7 items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
        >
          {i18n.t('import.see')}
        </a>
        {actionId !== undefined && (
          <Button disabled={undoing} onClick={() => void undo()}>
            {undoing ? i18n.t('import.undoing') : i18n.t('import.undo')}
          </Button>
        )}
        <Button look="quiet" onClick={onAgain}>
          {i18n.t('import.another')}
        </Button>
      </div>
    </div>
  );
}
