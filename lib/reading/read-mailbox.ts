import { browser } from 'wxt/browser';
import { z } from 'zod';
import { readOpenMail } from '../capture/mail/read-open-mail.ts';
import type { Reading } from '../domain/schema/draft.ts';
import { type MailSnapshot, mailSnapshot } from '../domain/schema/mail-snapshot.ts';
import { ownDomain } from '../mailbox/own-domain.ts';
import { isLeftAlone, type Self } from '../mailbox/self.ts';
import { withinTime } from './time-limit.ts';

export type ReadMailboxRequest = { tabId: number; url: string; country?: string | undefined };

export type ReadMailboxDeps = {
  now(): number;
  /** Who the user is and whom they want left alone. */
  self(): Promise<Self>;
  /** Whether the page is surely a mailbox: its address alone may only sound like one (a team page at /email-us). */
  isMailbox(): Promise<boolean>;
};

/** The script waits for attached address cards; a page that holds its own thread is left to the page's reader. */
const limit = 6000;

const answer = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch (cause) {
      context.addIssue(`no JSON: ${String(cause)}`);
      return z.NEVER;
    }
  })
  .pipe(mailSnapshot);

/**
 * Reads the messages that are open in a mailbox's tab, in whichever of its frames they show. In: tab and address, who the user
 * is. Out: the reading, kept apart for each message; one without anybody where only a list shows; undefined where it is no
 * mailbox. Throws what the browser throws where the page may not be entered.
 */
export async function readMailbox(request: ReadMailboxRequest, deps: ReadMailboxDeps): Promise<Reading | undefined> {
  const started = performance.now();
  const results = await withinTime(
    browser.scripting.executeScript({
      target: { tabId: request.tabId, allFrames: true },
      files: ['/mail-reader.js'],
      injectImmediately: true,
    }),
    limit,
  );
  const frames = results.flatMap(({ result, frameId }) => {
    const parsed = answer.safeParse(result);
    return parsed.success ? [{ frameId, shown: parsed.data }] : [];
  });
  const top = frames.find(({ frameId }) => frameId === 0)?.shown;
  const shown = frames.map(({ shown }) => shown).find(({ messages }) => messages.length > 0);
  const now = deps.now();
  const times = () => ({ msPage: 0, ms: performance.now() - started });
  if (!shown) {
    // Rows with addresses are a list of mails only in a mailbox; elsewhere they are a team, and read like other pages.
    if (!frames.some(({ shown: { rows } }) => rows > 0) || !(await deps.isMailbox())) return undefined;
    return { ...emptyAt(top?.url ?? request.url, now), ...times() };
  }
  const owner = shown.owner ?? top?.owner;
  const self = await deps.self();
  const whole: MailSnapshot = { ...shown, url: top?.url ?? request.url, ...(owner && { owner }) };
  const reading = await readOpenMail(whole, {
    now,
    ...(request.country && { country: request.country }),
    isLeftAlone: (address) => isLeftAlone(address, self) || isColleague(address, owner, self),
  });
  return reading && { ...reading, ...times() };
}

/** Until the user said who they are, the mailbox's own domain is their firm's, unless it is one of mailboxes for everybody. */
function isColleague(address: string, owner: string | undefined, self: Self): boolean {
  if (!owner || self.domains.length > 0) return false;
  const domain = ownDomain(owner.toLowerCase());
  return domain !== undefined && isLeftAlone(address, { addresses: [], never: [], domains: [domain] });
}

const emptyAt = (url: string, at: number): Omit<Reading, 'ms' | 'msPage'> => ({
  url,
  title: '',
  at,
  people: [],
  companies: [],
  closedFrames: [],
  truncated: false,
});
