import { type ComponentProps, useEffect, useId, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { columnValues } from '../hooks/use-table.ts';
import { Input } from '../ui/input.tsx';

/** A line of text with what others of the book have there, to be chosen while typing. In: the kind of lead, the column. */
export function SuggestedInput({
  kind,
  column,
  onText,
  ...rest
}: { kind: Lead['kind']; column: string; onText: (text: string) => void } & Omit<
  ComponentProps<typeof Input>,
  'list' | 'onChange'
>) {
  const list = useId();
  const [known, setKnown] = useState<string[]>([]);
  useEffect(() => {
    // Without them it is typed in full; a book that cannot be read is told of by the list.
    columnValues(kind, column).then(
      (values) => setKnown(values.slice(0, 100).map(({ value }) => value)),
      () => setKnown([]),
    );
  }, [kind, column]);
  return (
    <>
      <Input {...rest} list={list} onChange={(event) => onText(event.target.value)} />
      <datalist id={list}>
        {known.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
}
