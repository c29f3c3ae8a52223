import { useState } from 'react';
import { i18n } from '#i18n';
import { type ImportEncoding, importEncodings } from '../../lib/exchange/import/decode.ts';
import type { Mapping } from '../../lib/exchange/import/guess.ts';
import type { FileView, ImportRequest, ImportSource } from '../../lib/exchange/import/session-types.ts';
import { type Separator, separators } from '../../lib/exchange/import/sheet.ts';
import { fitsKind, type RowKind } from '../../lib/exchange/import/targets.ts';
import { presetOf, presets } from '../../lib/exchange/presets/registry.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, Select } from '../ui/input.tsx';
import { ColumnTable } from './column-table.tsx';
import { choicesOf, type Decided, RowChoices } from './row-choices.tsx';

const separatorWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;
const encodingNames: Record<ImportEncoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  gbk: 'GBK',
};

/** How the file was read, to be put right where the guess was wrong. */
function FileFacts({
  file,
  kind,
  onReopen,
  onKind,
}: {
  file: FileView;
  kind: RowKind;
  onReopen: (as: Omit<ImportSource, 'bytes' | 'text'>) => void;
  onKind: (kind: RowKind) => void;
}) {
  const { name, encoding, separator, hasHeading, sheets } = file;
  const now = {
    name,
    hasHeading,
    ...(separator && { separator }),
    ...(encoding && { encoding }),
    ...(sheets && { sheetName: sheets.chosen }),
  };
  return (
    <section aria-label={i18n.t('import.file')} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <Field label={i18n.t('import.kind')}>
        {(props) => (
          <Select
            {...props}
            className="w-64!"
            value={kind}
            onChange={(event) => {
              const { value } = event.target;
              onKind(value === 'company' || value === 'both' ? value : 'person');
            }}
          >
            {(['person', 'company', 'both'] as const).map((one) => (
              <option key={one} value={one}>
                {i18n.t(`import.kindOf.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(file.format === 'csv' || file.format === 'xlsx') && (
        <Field label={i18n.t('handover.from')}>
          {(props) => (
            <Select
              {...props}
              className="w-52!"
              value={file.preset ?? 'plain'}
              onChange={(event) => onReopen({ ...now, preset: event.target.value })}
            >
              <option value="plain">{i18n.t('handover.fromNobody')}</option>
              {presets.map((preset) => (
                <option key={preset.id} value={preset.id}>
                  {preset.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {encoding && (
        <Field label={i18n.t('import.encoding')}>
          {(props) => (
            <Select
              {...props}
              className="w-36!"
              value={encoding}
              onChange={(event) => {
                const chosen = importEncodings.find((one) => one === event.target.value);
                if (chosen) onReopen({ name, encoding: chosen });
              }}
            >
              {importEncodings.map((one) => (
                <option key={one} value={one}>
                  {encodingNames[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {separator && (
        <Field label={i18n.t('import.separator')}>
          {(props) => (
            <Select
              {...props}
              className="w-36!"
              value={separator}
              onChange={(event) => {
                const chosen: Separator | undefined = separators.find((one) => one === event.target.value);
                if (chosen) onReopen({ name, separator: chosen, ...(encoding && { encoding }) });
              }}
            >
              {separators.map((one) => (
                <option key={one} value={one}>
                  {i18n.t(`import.separatorOf.${separatorWords[one]}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {sheets && sheets.names.length > 1 && (
        <Field label={i18n.t('handover.sheet')}>
          {(props) => (
            <Select
              {...props}
              className="w-48!"
              value={sheets.chosen}
              onChange={(event) => onReopen({ name, sheetName: event.target.value })}
            >
              {sheets.names.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {(file.format === 'csv' || file.format === 'xlsx') && (
        <label htmlFor="import-heading" className="flex min-h-7 items-center gap-2">
          <Checkbox
            id="import-heading"
            checked={hasHeading}
            onChange={(event) => onReopen({ ...now, hasHeading: event.target.checked })}
          />
          {i18n.t('import.heading')}
        </label>
      )}
    </section>
  );
}

/** Which of the ways that such files went before. */
function Versions({
  file,
  onReopen,
}: {
  file: FileView;
  onReopen: (as: Omit<ImportSource, 'bytes' | 'text'>) => void;
}) {
  const { name, version, versions } = file;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-soft">
      {version === 0 && i18n.t('import.remembered')}
      <Select
        className="w-60!"
        aria-label={i18n.t('handover.version')}
        value={version}
        onChange={(event) => onReopen({ name, version: Number(event.target.value) })}
      >
        {versions.map((usedAt, at) => (
          <option key={usedAt} value={at}>
            {i18n.t('handover.versionOf', [dayAndTime(usedAt)])}
          </option>
        ))}
        <option value={-1}>{i18n.t('handover.versionGuess')}</option>
      </Select>
    </p>
  );
}

/** The columns of a file and where they go, and what holds for all its rows. */
export function ColumnsStep({
  file,
  lists,
  decided,
  mapping,
  onMapping,
  onDecided,
  onReopen,
  onPlan,
}: {
  file: FileView;
  lists: readonly string[];
  decided: Decided;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  onDecided: (decided: Decided) => void;
  onReopen: (as: Omit<ImportSource, 'bytes' | 'text'>) => void;
  onPlan: (request: ImportRequest) => void;
}) {
  const [stem] = useState(() => file.name.replace(/\.[^.]+$/, '') || file.name);
  const left = mapping.columns.flatMap(({ to }, at) =>
    (to === 'ignore' || !fitsKind(to, mapping.kind)) && (file.columns[at]?.filled ?? 0) > 0 ? [at] : [],
  );
  const keepRest = () =>
    onMapping({
      ...mapping,
      columns: mapping.columns.map((column, at) => {
        const field = file.columns[at]?.field;
        return left.includes(at) && field ? { to: 'new', field } : column;
      }),
    });
  const hasOutcome = mapping.columns.some(({ to }) => to === 'lead.outcome');
  const request = (): ImportRequest => ({
    mapping,
    choices: choicesOf(decided),
    ...(decided.country && { country: decided.country }),
    ...(decided.named && { nameless: stem }),
    ...(decided.idsOnly && file.hasRecordIds && { idsOnly: true }),
  });
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        onPlan(request());
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        {file.versions.length > 0 && <Versions file={file} onReopen={onReopen} />}
        <FileFacts
          file={file}
          kind={mapping.kind}
          onReopen={onReopen}
          onKind={(kind) => onMapping({ ...mapping, kind })}
        />
        <section aria-label={i18n.t('import.columns')} className="flex flex-col gap-1">
          <ColumnTable file={file} mapping={mapping} onChange={onMapping} />
          {left.length > 0 && (
            <Button look="quiet" className="self-start" onClick={keepRest}>
              {i18n.t('import.keepRest', left.length)}
            </Button>
          )}
          {hasOutcome && <p className="max-w-[80ch] text-sm text-soft">{i18n.t('import.outcomeHint')}</p>}
        </section>
        {file.hasRecordIds && (
          <label htmlFor="import-ids" className="flex min-h-7 items-center gap-2">
            <Checkbox
              id="import-ids"
              checked={decided.idsOnly}
              onChange={(event) => onDecided({ ...decided, idsOnly: event.target.checked })}
            />
            {i18n.t('handover.idsOnly', [presetOf(file.preset)?.name ?? ''])}
          </label>
        )}
        <RowChoices decided={decided} fileName={stem} lists={lists} onChange={onDecided} />
      </div>
      <footer className="flex shrink-0 justify-end border-t border-line px-4 py-2">
        <Button type="submit" look="primary" size="large">
          {i18n.t('import.tryIt')}
        </Button>
      </footer>
    </form>
  );
}
