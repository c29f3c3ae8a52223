import { i18n } from '#i18n';
import { useListNames } from '../hooks/use-list-names.ts';
import { Select } from '../ui/input.tsx';

/** Whom something is made of: everybody, a list, or those that were selected for it. */
export type Which = { of: 'all' } | { of: 'list'; list: string } | { of: 'selection' };

const textOf = (which: Which): string => (which.of === 'list' ? `list ${which.list}` : which.of);
const whichOf = (value: string): Which =>
  value === 'all' || value === 'selection' ? { of: value } : { of: 'list', list: value.slice('list '.length) };

/** One choice among them. In: how many were selected (absent: none were), words for everybody and for a list. */
export function WhichLeads({
  which,
  selected,
  all,
  listOf,
  onChange,
  ...rest
}: {
  id?: string;
  which: Which;
  selected: number | undefined;
  all: string;
  listOf: (name: string) => string;
  onChange: (which: Which) => void;
}) {
  const lists = useListNames();
  return (
    <Select {...rest} value={textOf(which)} onChange={(event) => onChange(whichOf(event.target.value))}>
      {selected !== undefined && <option value="selection">{i18n.t('exchange.selection', selected)}</option>}
      <option value="all">{all}</option>
      {lists.map((name) => (
        <option key={name} value={`list ${name}`}>
          {listOf(name)}
        </option>
      ))}
    </Select>
  );
}
