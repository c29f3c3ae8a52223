import { i18n } from '#i18n';
import type { ImportChoices } from '../../lib/domain/import-row.ts';
import { type LeadSourceGroup, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { useKnownValues } from '../hooks/use-known-values.ts';
import { countries } from '../icp/countries.ts';
import { SuggestedInput } from '../leads/suggested-input.tsx';
import { Field, Input, Select } from '../ui/input.tsx';

/** What the user decides for all rows of a file, as it is typed. */
export type Decided = {
  replace: boolean;
  maybe: ImportChoices['maybe'];
  list: string;
  tags: string;
  met: LeadSourceGroup | '';
  metName: string;
  country: string;
  /** Rows without a name get one. */
  named: boolean;
  /** Only another system's ids are taken. */
  idsOnly: boolean;
};

export const usual: Decided = {
  replace: false,
  maybe: 'merge',
  list: '',
  tags: '',
  met: '',
  metName: '',
  country: '',
  named: false,
  idsOnly: false,
};

/** What was decided, as the import takes it. */
export function choicesOf({ replace, maybe, list, tags, met, metName }: Decided): ImportChoices {
  return {
    replace,
    maybe,
    tags: tags.split(/\s*[,，;；]\s*/).filter(Boolean),
    ...(list.trim() && { list: list.trim() }),
    ...(met !== '' && { leadSource: { group: met, name: metName.trim() } }),
  };
}

type Option = readonly [value: string, text: string];

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {(props) => (
        <Select {...props} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** List, tags and how we met for all; what becomes of doubtful and differing rows. */
export function RowChoices({
  decided,
  fileName,
  lists,
  onChange,
}: {
  decided: Decided;
  /** The file's name, after which nameless rows are called. */
  fileName: string;
  lists: readonly string[];
  onChange: (decided: Decided) => void;
}) {
  const put = (patch: Partial<Decided>) => onChange({ ...decided, ...patch });
  const metNames = useKnownValues('person', 'sourceName', decided.met || undefined);
  const none = ['', i18n.t('import.notSaid')] as const;
  return (
    <section aria-label={i18n.t('import.decide')} className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('import.decide')}</h2>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-2">
        <Field label={i18n.t('import.list')}>
          {(props) => (
            <SuggestedInput {...props} offered={lists} value={decided.list} onText={(list) => put({ list })} />
          )}
        </Field>
        <Field label={i18n.t('import.tags')}>
          {(props) => (
            <Input
              {...props}
              placeholder={i18n.t('import.tagsHint')}
              value={decided.tags}
              onChange={(event) => put({ tags: event.target.value })}
            />
          )}
        </Field>
        <Choice
          label={i18n.t('import.met')}
          value={decided.met}
          options={[
            none,
            ...leadSourceGroup.options.map((group): Option => [group, i18n.t(`exchange.group.${group}`)]),
          ]}
          onChange={(met) => put({ met: leadSourceGroup.safeParse(met).data ?? '' })}
        />
        {decided.met !== '' && (
          <Field label={i18n.t('leads.howWeMetName')}>
            {(props) => (
              <SuggestedInput
                {...props}
                offered={metNames}
                value={decided.metName}
                onText={(metName) => put({ metName })}
              />
            )}
          </Field>
        )}
        <Choice
          label={i18n.t('import.differ')}
          value={decided.replace ? 'replace' : 'keep'}
          options={[
            ['keep', i18n.t('import.differKeep')],
            ['replace', i18n.t('import.differReplace')],
          ]}
          onChange={(value) => put({ replace: value === 'replace' })}
        />
        <Choice
          label={i18n.t('import.maybe')}
          value={decided.maybe}
          options={[
            ['merge', i18n.t('import.maybeMerge')],
            ['create', i18n.t('import.maybeCreate')],
            ['refuse', i18n.t('import.maybeRefuse')],
          ]}
          onChange={(value) => put({ maybe: value === 'create' || value === 'refuse' ? value : 'merge' })}
        />
        <Choice
          label={i18n.t('import.country')}
          value={decided.country}
          options={[none, ...countries().map(({ value, text }): Option => [value, text])]}
          onChange={(country) => put({ country })}
        />
        <Choice
          label={i18n.t('import.nameless')}
          value={decided.named ? 'named' : 'refused'}
          options={[
            ['refused', i18n.t('import.namelessRefuse')],
            ['named', i18n.t('import.namelessName', [fileName])],
          ]}
          onChange={(value) => put({ named: value === 'named' })}
        />
      </div>
    </section>
  );
}
