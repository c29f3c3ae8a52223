import { useEffect } from 'react';
import { browser } from 'wxt/browser';
import { type CodeNotice, codeNoticeKey, takeCodeNotice } from '../../lib/reading/code-notice.ts';

/** Hands on what came of a code that gave no draft, once, also when it was read before the panel stood. In: who says it. */
export function useCodeNotice(tell: (notice: CodeNotice) => void): void {
  useEffect(() => {
    const take = () =>
      void takeCodeNotice(Date.now()).then((notice) => {
        if (notice) tell(notice);
      });
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      if (changes[codeNoticeKey]?.newValue !== undefined) take();
    };
    browser.storage.session.onChanged.addListener(onChanged);
    take();
    return () => browser.storage.session.onChanged.removeListener(onChanged);
  }, [tell]);
}
