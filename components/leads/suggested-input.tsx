import { type ComponentProps, useId } from 'react';
import { Input } from '../ui/input.tsx';

/** A line of text with what may be meant, to be chosen while typing. In: what is offered. */
export function SuggestedInput({
  offered,
  onText,
  ...rest
}: { offered: readonly string[]; onText: (text: string) => void } & Omit<
  ComponentProps<typeof Input>,
  'list' | 'onChange'
>) {
  const list = useId();
  return (
    <>
      <Input {...rest} list={list} onChange={(event) => onText(event.target.value)} />
      <Offered id={list} values={offered} />
    </>
  );
}

/** What is offered while typing. Put its id into the input's `list`. */
export function Offered({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
