import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { referencePurpose } from '../../lib/domain/schema/handover.ts';
import { type ReferenceEntries, referenceColumns } from '../../lib/exchange/references/read-list.ts';
import type { NewList, ReferenceColumn, ReferenceFile, ReferencePurpose } from '../hooks/use-references.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { Progress } from '../ui/progress.tsx';

/** What its columns are: heading, an example, what it is. */
function Columns({
  file,
  columns,
  onChange,
}: {
  file: ReferenceFile;
  columns: ReferenceColumn[];
  onChange: (columns: ReferenceColumn[]) => void;
}) {
  const { heading, rows } = file.sheet;
  return (
    <table className="w-full table-fixed border-collapse text-start">
      <caption className="sr-only">{i18n.t('handover.lists.columns')}</caption>
      <tbody>
        {heading
          .map((name, at) => ({ name: name || i18n.t('import.columnNumber', [at + 1]), at, key: `column-${at}` }))
          .map(({ name, at, key }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="truncate py-1 pe-3 text-start font-medium" title={name}>
                {name}
              </th>
              <td className="truncate py-1 pe-3 text-soft">{rows.find(({ cells }) => cells[at])?.cells[at] ?? '–'}</td>
              <td className="w-2/5 py-1">
                <Select
                  aria-label={i18n.t('import.toOf', [name])}
                  value={columns[at] ?? 'ignore'}
                  onChange={(event) => {
                    const to = referenceColumns.find((one) => one === event.target.value) ?? 'ignore';
                    onChange(columns.with(at, to));
                  }}
                >
                  {referenceColumns.map((one) => (
                    <option key={one} value={one}>
                      {i18n.t(`handover.lists.columnOf.${one}`)}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** A list before it is kept: what it is called and of, what its columns are, how many of its rows say something. */
export function NewListForm({
  name: fileName,
  file,
  busy,
  failure,
  preview,
  onSave,
  onCancel,
}: {
  name: string;
  file: ReferenceFile;
  busy: { done: number; total: number } | undefined;
  failure: string | undefined;
  preview: (file: ReferenceFile, columns: ReferenceColumn[], purpose: ReferencePurpose) => ReferenceEntries;
  onSave: (list: NewList) => void;
  onCancel: () => void;
}) {
  const [name, setName] = useState(fileName.replace(/\.[^.]+$/, ''));
  const [source, setSource] = useState(file.source ?? '');
  const [purpose, setPurpose] = useState<ReferencePurpose>('contacts');
  const [columns, setColumns] = useState(file.columns);
  const { entries, skipped } = useMemo(() => preview(file, columns, purpose), [preview, file, columns, purpose]);
  if (busy) {
    const said = i18n.t('handover.lists.saving', [busy.done, busy.total]);
    return (
      <div className="flex flex-col gap-3 p-4">
        <p role="status">{said}</p>
        <Progress label={said} value={busy.done} max={busy.total} />
        <Button className="self-start" onClick={onCancel}>
          {i18n.t('handover.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ name: name.trim() || fileName, source: source.trim(), purpose, columns });
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        {failure !== undefined && <p role="alert">{i18n.t('handover.failed', [failure])}</p>}
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <Field label={i18n.t('handover.lists.name')}>
            {(props) => (
              <Input
                {...props}
                className="w-56!"
                maxLength={200}
                value={name}
                onChange={(e) => setName(e.target.value)}
              />
            )}
          </Field>
          <Field label={i18n.t('handover.lists.from')}>
            {(props) => (
              <Input
                {...props}
                className="w-40!"
                maxLength={80}
                placeholder={i18n.t('handover.lists.fromHint')}
                value={source}
                onChange={(e) => setSource(e.target.value)}
              />
            )}
          </Field>
          <Field label={i18n.t('handover.lists.purpose')}>
            {(props) => (
              <Select
                {...props}
                className="w-80!"
                value={purpose}
                onChange={(e) => setPurpose(referencePurpose.catch('contacts').parse(e.target.value))}
              >
                {referencePurpose.options.map((one) => (
                  <option key={one} value={one}>
                    {i18n.t(`handover.lists.purposeOf.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Columns file={file} columns={columns} onChange={setColumns} />
        <p role="status" className="text-soft">
          {i18n.t('handover.lists.entries', entries.length)}
          {skipped > 0 && ` · ${i18n.t('handover.lists.skipped', skipped)}`}
        </p>
      </div>
      <footer className="flex shrink-0 justify-end gap-2 border-t border-line px-4 py-2">
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('handover.cancel')}
        </Button>
        <Button type="submit" look="primary" size="large" disabled={entries.length === 0}>
          {i18n.t('handover.lists.save')}
        </Button>
      </footer>
    </form>
  );
}
