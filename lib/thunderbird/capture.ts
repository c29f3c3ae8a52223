import { browser } from 'wxt/browser';
import { slimMail } from '../capture/mail-files/slim.ts';
import { stableId } from '../capture/subjects-drafts.ts';
import type { Reading } from '../domain/schema/draft.ts';
import { isLeftAlone, type Self } from '../mailbox/self.ts';
import { readGivenText } from '../reading/read-text.ts';
import { type TbMessage, thunderbird } from './api.ts';

export type CaptureDeps = {
  now(): number;
  /** Puts a reading into the tray. */
  keep(reading: Reading): Promise<void>;
};

const mostMail = 60_000_000;

/** Address under which a message's drafts are kept: the same message comes to the same drafts. */
export const mailKey = ({ headerMessageId, id }: TbMessage): string =>
  `pasted:mail/${stableId(headerMessageId || String(id))}`;

function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Without the user, colleagues and whoever is to be left alone, and without firms that only they belong to. */
function withoutOwn(reading: Reading, self: Self): Reading {
  const people = reading.people.filter(
    ({ fields }) => !fields.emails.some(({ value }) => isLeftAlone(value.toLowerCase(), self)),
  );
  const firms = new Set(people.map(({ companyDraftId }) => companyDraftId));
  return { ...reading, people, companies: reading.companies.filter(({ id }) => firms.has(id)) };
}

/**
 * Reads a message of Thunderbird whole and puts what it gives into the tray. In: the message, who the user is. Out: the key of
 * its drafts. Throws what Thunderbird throws where the message cannot be had, and what keeping throws.
 */
export async function captureMessage(message: TbMessage, self: Self, deps: CaptureDeps): Promise<string> {
  const file = await thunderbird().messages.getRaw(message.id, { data_format: 'File' });
  const text = slimMail(binaryText(new Uint8Array(await file.slice(0, mostMail).arrayBuffer())));
  const url = mailKey(message);
  const outcome = await readGivenText({ text, as: 'eml', binary: true, name: message.subject, keep: false, url }, deps);
  if (!outcome.ok) throw new Error(outcome.detail);
  await deps.keep(withoutOwn(outcome.reading, self));
  return url;
}

/** Shows our panel in a window of its own, at the drafts of a page or as it is. One window is enough. */
export async function openPanelWindow(page?: string): Promise<void> {
  const panel = browser.runtime.getURL('/sidepanel.html');
  const url = page === undefined ? panel : `${panel}?page=${encodeURIComponent(page)}`;
  const open = await browser.tabs.query({ url: `${panel}*` });
  const [tab] = open;
  if (tab?.id !== undefined && tab.windowId !== undefined) {
    await browser.tabs.update(tab.id, { url });
    await browser.windows.update(tab.windowId, { focused: true });
    return;
  }
  await browser.windows.create({ type: 'popup', url, width: 420, height: 760 });
}
