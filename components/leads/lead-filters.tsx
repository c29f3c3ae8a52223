import { ArrowDownUpIcon, ListFilterIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Tier } from '../../lib/domain/schema/icp.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import type { Facets, LeadFilter, LeadSort } from '../hooks/use-leads.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Menu, MenuCheck } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { TierPane, tierText } from './tier-pane.tsx';
import { fieldWord } from './words.ts';

/** How many filters are set. */
export const filterCount = (filter: LeadFilter): number => Object.values(filter).filter(Boolean).length;

type Choice = {
  key: 'list' | 'tag' | 'sourceGroup' | 'owner' | 'outcome';
  label: string;
  options: { value: string; text: string }[];
};

function choicesOf(facets: Facets | undefined): Choice[] {
  const named = (values: { value: string; count: number }[] = []) =>
    values.map(({ value, count }) => ({ value, text: `${value} (${count})` }));
  return [
    { key: 'list', label: fieldWord('list'), options: named(facets?.lists) },
    { key: 'tag', label: i18n.t('leads.tag'), options: named(facets?.tags) },
    {
      key: 'sourceGroup',
      label: fieldWord('howWeMet'),
      options: (facets?.sourceGroups ?? []).flatMap(({ value, count }) => {
        const group = leadSourceGroup.safeParse(value);
        return group.success ? [{ value, text: `${i18n.t(`exchange.group.${group.data}`)} (${count})` }] : [];
      }),
    },
    { key: 'owner', label: fieldWord('owner'), options: named(facets?.owners) },
    {
      key: 'outcome',
      label: i18n.t('outcome.title'),
      options: (['open', 'won', 'lost'] as const).map((value) => {
        const count = facets?.outcomes.find((one) => one.value === value)?.count ?? 0;
        return { value, text: `${i18n.t(`outcome.${value}`)} (${count})` };
      }),
    },
  ];
}

/** Sets one filter; an empty value takes it away. */
function withFilter(filter: LeadFilter, key: Exclude<keyof LeadFilter, 'tier'>, value: string | boolean): LeadFilter {
  const { [key]: _before, ...rest } = filter;
  return value === '' || value === false ? rest : { ...rest, [key]: value };
}

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D', '?'];

/** Which tiers are shown; none pressed is all of them. */
function TierFilter({
  chosen = [],
  facets,
  onChange,
}: {
  chosen: Tier[] | undefined;
  facets: Facets | undefined;
  onChange: (tiers: Tier[]) => void;
}) {
  const countOf = (tier: Tier) => facets?.tiers.find(({ value }) => value === tier)?.count ?? 0;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-sm text-soft">{i18n.t('score.tier')}</legend>
      <div className="grid grid-cols-5 gap-1">
        {tiers.map((tier) => {
          const on = chosen.includes(tier);
          return (
            <button
              key={tier}
              type="button"
              aria-pressed={on}
              title={tierText(tier)}
              onClick={() => onChange(tiers.filter((one) => (one === tier ? !on : chosen.includes(one))))}
              className={classNames(
                'flex min-h-7 flex-col items-center rounded-md border py-1 text-xs text-soft',
                on ? 'border-accent bg-accent-wash text-ink' : 'border-line hover:bg-wash',
              )}
            >
              <TierPane tier={tier} silent />
              <span>
                <span className="sr-only">{tierText(tier)} </span>
                {countOf(tier)}
              </span>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What the list is narrowed to, behind one button that says how many are set. */
export function LeadFilters({
  filter,
  facets,
  onChange,
}: {
  filter: LeadFilter;
  facets: Facets | undefined;
  onChange: (filter: LeadFilter) => void;
}) {
  const count = filterCount(filter);
  const label = count === 0 ? i18n.t('leads.filter') : i18n.t('leads.filtersOn', count);
  return (
    <Popover
      label={i18n.t('leads.filter')}
      align="end"
      trigger={<IconButton icon={ListFilterIcon} label={label} pressed={count > 0} />}
    >
      <div className="flex flex-col gap-2">
        <TierFilter
          chosen={filter.tier}
          facets={facets}
          onChange={(chosen) => {
            const { tier: _before, ...rest } = filter;
            onChange(chosen.length === 0 ? rest : { ...rest, tier: chosen });
          }}
        />
        {choicesOf(facets).map(({ key, label: name, options }) => (
          <Field key={key} label={name}>
            {(props) => (
              <Select
                {...props}
                value={filter[key] ?? ''}
                disabled={options.length === 0}
                onChange={(event) => onChange(withFilter(filter, key, event.target.value))}
              >
                <option value="">{i18n.t('leads.any')}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.text}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
        {(['hasPhone', 'hasEmail'] as const).map((key) => (
          <label key={key} htmlFor={`filter-${key}`} className="flex min-h-6 items-center gap-2">
            <Checkbox
              id={`filter-${key}`}
              checked={filter[key] ?? false}
              onChange={(event) => onChange(withFilter(filter, key, event.target.checked))}
            />
            {i18n.t(`leads.${key}`)}
          </label>
        ))}
        <Button look="quiet" className="self-start" disabled={count === 0} onClick={() => onChange({})}>
          {i18n.t('leads.clear')}
        </Button>
      </div>
    </Popover>
  );
}

/** Names from A, dates from the newest. */
const sorts = [
  { by: 'updatedAt', descending: true },
  { by: 'createdAt', descending: true },
  { by: 'tier', descending: true },
  { by: 'name', descending: false },
  { by: 'company', descending: false },
] as const satisfies LeadSort[];

export function LeadSorting({
  sort,
  withCompany,
  onChange,
}: {
  sort: LeadSort;
  withCompany: boolean;
  onChange: (sort: LeadSort) => void;
}) {
  return (
    <Menu trigger={<IconButton icon={ArrowDownUpIcon} label={i18n.t('leads.sort')} />}>
      {sorts
        .filter(({ by }) => withCompany || by !== 'company')
        .map((option) => (
          <MenuCheck key={option.by} checked={sort.by === option.by} onSelect={() => onChange(option)}>
            {i18n.t(`leads.sortBy.${option.by}`)}
          </MenuCheck>
        ))}
    </Menu>
  );
}
