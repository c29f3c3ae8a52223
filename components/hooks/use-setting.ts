import { useCallback } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting, type Setting, type SettingName, setSetting } from '../../lib/storage/settings.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

const meta: readonly Store[] = ['meta'];

/** A setting, kept up to date with the book. In: its name. Out: its value once it is known, and the way to set it, which rejects where it could not be kept. */
export function useSetting<N extends SettingName>(name: N) {
  const { value } = useFromBook<Setting<N>>(name, (book) => getSetting(book, name), meta);
  const put = useCallback(async (next: Setting<N>) => setSetting(await openBook(), name, next), [name]);
  return [value, put] as const;
}
