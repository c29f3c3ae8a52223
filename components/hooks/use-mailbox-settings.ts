import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { neverEntry } from '../../lib/mailbox/self.ts';
import { activeMailboxes, addMailbox, mailboxName, mailboxPatterns, removeMailbox } from '../../lib/mailbox/sites.ts';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting, type Setting, setSetting } from '../../lib/storage/settings.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export { mailboxName, mailboxPatterns, neverEntry };

const names = ['mailRows', 'myAddresses', 'myDomains', 'mailNever', 'mailMeAsked'] as const;
type Name = (typeof names)[number];
export type MailChoice = { [N in Name]: Setting<N> };

/**
 * Everything about mail that the user can choose. Out: the mailboxes that show tiers, the choices once known, why they are not;
 * `choose`, `add` (in the very click) and `remove`, which reject where it could not be done.
 */
export function useMailboxSettings() {
  const [sites, setSites] = useState<string[]>();
  const [choice, setChoice] = useState<MailChoice>();
  const [failure, setFailure] = useState<BookFailure>();
  const load = useCallback(async () => {
    try {
      const book = await openBook();
      const [mailRows, myAddresses, myDomains, mailNever, mailMeAsked] = await Promise.all([
        getSetting(book, 'mailRows'),
        getSetting(book, 'myAddresses'),
        getSetting(book, 'myDomains'),
        getSetting(book, 'mailNever'),
        getSetting(book, 'mailMeAsked'),
      ]);
      setSites(await activeMailboxes());
      setChoice({ mailRows, myAddresses, myDomains, mailNever, mailMeAsked });
      setFailure(undefined);
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => {
    const refresh = () => void load();
    refresh();
    browser.permissions.onRemoved.addListener(refresh);
    return () => browser.permissions.onRemoved.removeListener(refresh);
  }, [load]);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.includes('meta')) void load();
      },
      [load],
    ),
  );
  const choose = useCallback(
    async (patch: Partial<MailChoice>) => {
      const book = await openBook();
      for (const name of names) {
        const value = patch[name];
        if (value !== undefined) await setSetting(book, name, value as never);
      }
      await load();
    },
    [load],
  );
  const add = useCallback(async (patterns: string[]) => addMailbox(patterns), []);
  const remove = useCallback(async (pattern: string) => removeMailbox(pattern), []);
  return { sites, choice, failure, choose, add, remove };
}
