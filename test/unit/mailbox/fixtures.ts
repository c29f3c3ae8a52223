import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MailParty, OpenMessage } from '../../../lib/mailbox/message.ts';

const folder = resolve('test/fixtures/mailbox');

export type Expected = {
  url: string;
  owner?: string;
  messages: (Omit<OpenMessage, 'element' | 'bodyElement'> & { replyTo?: MailParty[] })[];
  rows: { address: string; name: string }[];
  compose: string[];
};

/** The pages of mail clients, drawn by us, each with what is to be read from it. */
export function mailboxFixtures(): { name: string; html: string; expected: Expected }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => ({
      name: path.replace(/\.html$/, ''),
      html: readFileSync(resolve(folder, path), 'utf8'),
      expected: JSON.parse(readFileSync(resolve(folder, path.replace(/\.html$/, '.json')), 'utf8')) as Expected,
    }));
}

/** A page of its own at an address; `framed`: it stands in a frame of another. Needs jsdom. */
export function pageAt(url: string, html: string, framed = false): { doc: Document; host: string } {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(doc, 'URL', { value: url });
  if (framed) Object.defineProperty(doc, 'defaultView', { value: { top: {} } });
  return { doc, host: URL.parse(url)?.hostname ?? '' };
}
