import type { RefObject } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { attempt } from './act.ts';

type Rows = {
  /** Rows shown belong to what is looked for now. */
  current: boolean;
  rowAt: (offset: number) => Lead | undefined;
  idsOf: (first: number, last: number) => Promise<string[]>;
};

/**
 * Enter in a search field: opens the first that was found. Who knows the name types and confirms it without a pause; where the
 * list still shows what was found before, the one that is meant is asked for. In: the field, the list, the way to open.
 */
export function openFirst(field: RefObject<HTMLInputElement | null>, rows: Rows, onOpen: (id: string) => void): void {
  const shown = rows.current ? rows.rowAt(0) : undefined;
  if (shown) {
    onOpen(shown.id);
    return;
  }
  const typed = field.current?.value;
  void attempt(async () => {
    const [id] = await rows.idsOf(0, 0);
    // Whoever typed on or went elsewhere meanwhile no longer means this one.
    const isMeant = field.current !== null && field.current === document.activeElement && field.current.value === typed;
    if (id !== undefined && isMeant) onOpen(id);
  });
}
