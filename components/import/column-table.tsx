import { i18n } from '#i18n';
import { type OwnFieldDefinition, ownFieldType } from '../../lib/domain/schema/own-field.ts';
import { firstPipeline, type Stage } from '../../lib/domain/schema/stage.ts';
import type { Mapping } from '../../lib/exchange/import/guess.ts';
import type { ColumnView, FileView } from '../../lib/exchange/import/session-types.ts';
import { stagesOf } from '../../lib/exchange/import/stage-words.ts';
import {
  type ColumnMapping,
  companyTargets,
  fitsKind,
  leadTargets,
  namePartTargets,
  personTargets,
  type Target,
} from '../../lib/exchange/import/targets.ts';
import { outcomeWord } from '../../lib/exchange/import/words.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { fieldWord } from '../leads/words.ts';
import { Input, Select } from '../ui/input.tsx';
import { stageName } from '../work/words.ts';
import { targetWord } from './import-words.ts';

const nameParts = ['givenName', 'middleName', 'familyName'] as const;

/** Everything a column can go to, under its headings. */
function TargetOptions({ kind, own }: { kind: Mapping['kind']; own: readonly OwnFieldDefinition[] }) {
  const companies = companyTargets.filter(({ id }) => fitsKind(id, kind));
  return (
    <>
      <option value="ignore">{i18n.t('import.ignore')}</option>
      <option value="new">{i18n.t('import.new')}</option>
      {own.length > 0 && (
        <optgroup label={i18n.t('import.ownFields')}>
          {own.map(({ key, name }) => (
            <option key={key} value={`own.${key}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {kind !== 'company' && (
        <optgroup label={i18n.t('leads.people')}>
          {personTargets.slice(0, 1).map((choice) => (
            <option key={choice.id} value={choice.id}>
              {targetWord(choice)}
            </option>
          ))}
          {nameParts.map((part, at) => (
            <option key={part} value={namePartTargets[at]}>
              {i18n.t(`import.${part}`)}
            </option>
          ))}
          {personTargets.slice(1).map((choice) => (
            <option key={choice.id} value={choice.id}>
              {targetWord(choice)}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={i18n.t('leads.companies')}>
        {companies.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {kind !== 'company' && choice.id === 'company.name' ? fieldWord('companyName') : targetWord(choice)}
          </option>
        ))}
      </optgroup>
      <optgroup label={i18n.t('import.yours')}>
        {leadTargets.map((field) => (
          <option key={field} value={`lead.${field}`}>
            {fieldWord(field)}
          </option>
        ))}
      </optgroup>
    </>
  );
}

/** What a column means in detail: the field it becomes, or which of its values are won and lost. */
function ColumnMore({
  column,
  view,
  name,
  onChange,
}: {
  column: ColumnMapping;
  view: ColumnView;
  name: string;
  onChange: (column: ColumnMapping) => void;
}) {
  if (column.to === 'new') {
    const field = column.field ?? view.field;
    return (
      <div className="flex gap-1 pt-1">
        <Input
          aria-label={`${i18n.t('import.newName')} (${name})`}
          value={field.name}
          maxLength={200}
          onChange={(event) => onChange({ ...column, field: { ...field, name: event.target.value } })}
        />
        <Select
          aria-label={`${i18n.t('import.newType')} (${name})`}
          className="w-32! shrink-0"
          value={field.type}
          onChange={(event) =>
            onChange({ ...column, field: { ...field, type: ownFieldType.catch('text').parse(event.target.value) } })
          }
        >
          {ownFieldType.options.map((type) => (
            <option key={type} value={type}>
              {i18n.t(`own.types.${type}`)}
            </option>
          ))}
        </Select>
      </div>
    );
  }
  if (column.to === 'lead.stage') return <StageMeanings column={column} view={view} onChange={onChange} />;
  if (column.to !== 'lead.outcome') return null;
  return (
    <ValueMeanings
      values={view.values.length > 0 ? view.values : Object.keys(column.outcomes ?? {})}
      meant={(value) => column.outcomes?.[value] ?? 'open'}
      choices={(['won', 'lost', 'open'] as const).map((id) => ({ id, text: i18n.t(`outcome.${id}`) }))}
      width="w-28!"
      onMeant={(value, meant) => onChange({ ...column, outcomes: { ...column.outcomes, [value]: meant } })}
    />
  );
}

/** What each value of a column means, chosen of a few. In: the values, what each means now, the choices, the width of a field. */
function ValueMeanings<Id extends string>({
  values,
  meant,
  choices,
  width,
  onMeant,
}: {
  values: readonly string[];
  meant: (value: string) => Id;
  choices: readonly { id: Id; text: string }[];
  width: string;
  onMeant: (value: string, meant: Id) => void;
}) {
  return (
    <ul className="flex flex-col gap-1 pt-1">
      {values.map((value) => (
        <li key={value} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-sm" title={value}>
            {i18n.t('import.meaning', [value])}
          </span>
          <Select
            aria-label={i18n.t('import.meaning', [value])}
            className={`${width} shrink-0`}
            value={meant(value)}
            onChange={(event) => {
              const choice = choices.find(({ id }) => id === event.target.value);
              if (choice) onMeant(value, choice.id);
            }}
          >
            {choices.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </Select>
        </li>
      ))}
    </ul>
  );
}

/** Which stage each value of a column means. */
function StageMeanings({
  column,
  view,
  onChange,
}: {
  column: ColumnMapping;
  view: ColumnView;
  onChange: (column: ColumnMapping) => void;
}) {
  const [pipeline = firstPipeline] = useSetting('pipeline');
  const stages = [...pipeline.stages.map(({ id }) => id), 'won', 'lost'];
  return (
    <ValueMeanings
      values={view.values.length > 0 ? view.values : Object.keys(column.stages ?? {})}
      meant={(value) => column.stages?.[value] ?? ''}
      choices={[
        { id: '', text: i18n.t('import.noStage') },
        ...stages.map((id) => ({ id, text: stageName(id, pipeline) })),
      ]}
      width="w-40!"
      onMeant={(value, meant) => onChange({ ...column, stages: { ...column.stages, [value]: meant } })}
    />
  );
}

/** The mapping of a column that was just sent to a target. */
export function columnTo(to: Target, view: ColumnView, stages: readonly Stage[]): ColumnMapping {
  if (to === 'new') return { to, field: view.field };
  if (to === 'lead.stage') return { to, stages: stagesOf(view.values, stages) };
  if (to !== 'lead.outcome') return { to };
  return {
    to,
    outcomes: Object.fromEntries(view.values.map((value) => [value, outcomeWord(value) ?? 'open'] as const)),
  };
}

/** Every column of the file: its heading, examples of it, and where it goes. */
export function ColumnTable({
  file,
  mapping,
  onChange,
}: {
  file: FileView;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const [{ stages } = firstPipeline] = useSetting('pipeline');
  const put = (at: number, column: ColumnMapping) =>
    onChange({ ...mapping, columns: mapping.columns.with(at, column) });
  return (
    <table className="w-full table-fixed border-collapse text-start max-half:block">
      <thead className="max-half:sr-only">
        <tr className="border-b border-line text-sm text-soft">
          <th scope="col" className="w-1/4 py-1 pe-3 text-start font-normal">
            {i18n.t('import.column')}
          </th>
          <th scope="col" className="py-1 pe-3 text-start font-normal">
            {i18n.t('import.samples')}
          </th>
          <th scope="col" className="w-2/5 py-1 text-start font-normal">
            {i18n.t('import.to')}
          </th>
        </tr>
      </thead>
      <tbody className="max-half:block">
        {file.columns
          .map((view, at) => ({ view, at, key: `column-${at}` }))
          .map(({ view, at, key }) => {
            const column = mapping.columns[at] ?? { to: 'ignore' };
            const name = view.heading || i18n.t('import.columnNumber', [at + 1]);
            const shown = fitsKind(column.to, mapping.kind) ? column.to : 'ignore';
            return (
              <tr key={key} className="border-b border-line align-top max-half:flex max-half:flex-col max-half:py-1.5">
                <th scope="row" className="py-1.5 pe-3 text-start font-medium break-words max-half:py-0">
                  {name}
                </th>
                <td className="truncate py-1.5 pe-3 text-soft max-half:py-0.5" title={view.samples.join(' · ')}>
                  {view.samples.join(' · ') || '–'}
                </td>
                <td className="py-1 max-half:py-0">
                  <Select
                    aria-label={i18n.t('import.toOf', [name])}
                    value={shown}
                    className={shown === 'ignore' ? 'text-soft' : undefined}
                    onChange={(event) => put(at, columnTo(event.target.value, view, stages))}
                  >
                    <TargetOptions kind={mapping.kind} own={file.ownFields} />
                  </Select>
                  <ColumnMore
                    column={{ ...column, to: shown }}
                    view={view}
                    name={name}
                    onChange={(next) => put(at, next)}
                  />
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
