import { XIcon } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';

export type Suggestion = { value: string; text: string };

/**
 * Several values as tokens: Enter or a comma takes what is typed, Backspace in the empty field takes the last one away, what
 * is pasted comes apart at commas and lines. In: the values, words for them, what is offered, how typed text becomes a value
 * (undefined: it is none, and stays in the field).
 */
export function TokenInput({
  label,
  values,
  suggestions = [],
  textOf = String,
  parse = (text) => text,
  onChange,
}: {
  label: string;
  values: readonly string[];
  suggestions?: readonly Suggestion[];
  textOf?: (value: string) => string;
  parse?: (text: string) => string | undefined;
  onChange: (values: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (text: string) => {
    const found = text
      .split(/[\n\t,;，；、]/)
      .map((one) => one.trim())
      .filter(Boolean)
      .map((one) => ({ one, value: suggestions.find((offer) => offer.text === one)?.value ?? parse(one) }));
    const fresh = found.flatMap(({ value }) => (value === undefined || values.includes(value) ? [] : [value]));
    const left = found.filter(({ value }) => value === undefined).map(({ one }) => one);
    setTyped(left.join(', '));
    setWrong(left.length > 0);
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim() !== '') take(typed);
    else if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="flex min-w-40 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-1 rounded-md border border-edge bg-raised px-1 py-0.5 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent">
        {values.map((value) => (
          <span key={value} className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-sm bg-press ps-1.5">
            <span className="truncate">{textOf(value)}</span>
            <button
              type="button"
              aria-label={i18n.t('icp.builder.takeAway', [textOf(value)])}
              onClick={() => {
                onChange(values.filter((one) => one !== value));
                field.current?.focus();
              }}
              className="inline-flex size-6 items-center justify-center rounded-sm text-soft hover:text-ink"
            >
              <XIcon size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          ref={field}
          aria-label={label}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          list={suggestions.length > 0 ? `${id}-list` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder={values.length === 0 ? i18n.t('icp.builder.type') : ''}
          onChange={(event) => {
            const { value } = event.target;
            setWrong(false);
            // What was chosen from the list stands there whole.
            const chosen = suggestions.find(({ text }) => text === value);
            if (chosen || /[,;，；、\n\t]/.test(value)) take(value);
            else setTyped(value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => typed.trim() !== '' && take(typed)}
          className="h-6 min-w-24 flex-1 bg-transparent px-1 outline-none"
        />
      </span>
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions
            .filter(({ value }) => !values.includes(value))
            .map(({ value, text }) => (
              <option key={value} value={text} />
            ))}
        </datalist>
      )}
      {wrong && (
        <span id={`${id}-wrong`} className="text-sm text-danger">
          {i18n.t('icp.builder.notKnown', [typed])}
        </span>
      )}
    </span>
  );
}
