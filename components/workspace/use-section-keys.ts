import { useEffect } from 'react';
import type { WorkspaceSection } from './sections.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=menu]') !== null;

/**
 * Two keys lead from page to page: G, then the page's letter, or the number of one of the first nine. In: the pages, the
 * way there.
 */
export function useSectionKeys(sections: readonly WorkspaceSection[], go: (id: string) => void): void {
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isSecond = event.timeStamp - pressedAt < 1500;
      if (event.key === 'g' && !isSecond) {
        pressedAt = event.timeStamp;
        return;
      }
      pressedAt = Number.NEGATIVE_INFINITY;
      if (!isSecond) return;
      const page = sections.find(({ letter }) => letter === event.key.toLowerCase()) ?? sections[Number(event.key) - 1];
      if (!page) return;
      event.preventDefault();
      // Views have keys of their own: this one was meant for the way to another page.
      event.stopImmediatePropagation();
      go(page.id);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [sections, go]);
}
