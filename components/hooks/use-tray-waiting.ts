import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type WaitingPage, waitingPages } from '../../lib/storage/tray-waiting.ts';
import { type Book, useBookChange } from './use-book.ts';

export type { WaitingPage };

const atMost = 20;

/** Other pages whose drafts still wait; asked for once the panel is at rest. */
export function useWaitingPages(book: Book | undefined): WaitingPage[] {
  const [pages, setPages] = useState<WaitingPage[]>([]);
  const load = useCallback(async () => {
    if (book) setPages(await waitingPages(book, Date.now(), atMost));
  }, [book]);
  useEffect(() => {
    const timer = setTimeout(() => void load(), 300);
    return () => clearTimeout(timer);
  }, [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('tray')) void load();
      },
      [load],
    ),
  );
  return pages;
}

/** Opens an address in a new tab of this window; only web pages. */
export async function openPage(url: string): Promise<void> {
  if (/^(https?|file):/.test(url)) await browser.tabs.create({ url });
}
