import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=menu]') !== null;

/** Two keys lead from page to page: G, then the number of the page. In: the ids of the pages, the way there. */
export function useSectionKeys(ids: readonly string[], go: (id: string) => void): void {
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'g') {
        pressedAt = event.timeStamp;
        return;
      }
      const id = event.timeStamp - pressedAt < 1500 ? ids[Number(event.key) - 1] : undefined;
      pressedAt = Number.NEGATIVE_INFINITY;
      if (id === undefined) return;
      event.preventDefault();
      // Views have keys of their own: this one was meant for the way to another page.
      event.stopImmediatePropagation();
      go(id);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [ids, go]);
}
