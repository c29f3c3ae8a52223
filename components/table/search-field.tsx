import { type KeyboardEvent, type RefObject, useDeferredValue } from 'react';
import { i18n } from '#i18n';
import { Input } from '../ui/input.tsx';

/** The field that narrows the table while one types, with how many it found. Enter opens the first, an arrow down enters the table. */
export function SearchField({
  ref,
  text,
  found,
  onText,
  onEnter,
  onDown,
}: {
  ref: RefObject<HTMLInputElement | null>;
  text: string;
  found: number | undefined;
  onText: (text: string) => void;
  onEnter: () => void;
  onDown: () => void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && text !== '') onText('');
    else return;
    event.preventDefault();
  };
  const said = useDeferredValue(found === undefined ? '' : i18n.t('leads.matches', found));
  return (
    <div className="relative min-w-40 flex-1">
      <Input
        ref={ref}
        type="search"
        aria-label={i18n.t('leads.searchLabel')}
        aria-keyshortcuts="/"
        placeholder={i18n.t('leads.search')}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="pointer-events-none absolute end-7 top-1 bg-raised ps-2 text-sm text-soft">
        {said}
      </span>
    </div>
  );
}
