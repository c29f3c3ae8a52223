import { type RefObject, useEffect, useRef } from 'react';

/** Wherever on the page the focus is: `/` searches, an arrow down enters the table, Esc leaves the lead that is open. */
export function useTableShortcuts({
  isOpen,
  search,
  grid,
  onBack,
}: {
  isOpen: boolean;
  search: RefObject<HTMLInputElement | null>;
  grid: RefObject<HTMLDivElement | null>;
  onBack: () => void;
}): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    // The table can take the focus only once it is no longer inert.
    if (wasOpen.current && !isOpen) grid.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, grid]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const within = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (within('input, textarea, select, [role=menu], [role=dialog], article, [role=grid]')) return;
      if (isOpen && event.key === 'Escape') onBack();
      else if (isOpen) return;
      else if (event.key === '/') search.current?.focus();
      else if (event.key === 'ArrowDown' && !within('[aria-haspopup]')) grid.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen, search, grid, onBack]);
}
