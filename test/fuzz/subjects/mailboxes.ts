import fc from 'fast-check';
import { findTargets } from '../../../lib/mailbox/page/targets.ts';
import { takeMailSnapshot } from '../../../lib/mailbox/snapshot.ts';
import { textsOf } from '../material.ts';
import { subject } from '../subject.ts';
import { changed, words } from '../words.ts';

const hosts = fc.constantFrom(
  'mail.google.com',
  'outlook.office.com',
  'mail.163.com',
  'mail.qq.com',
  'mail.yahoo.com',
  'mail.yandex.com',
  'mail.proton.me',
  'webmail.firm.example',
);
const shown = fc.record({ host: hosts, html: changed(textsOf(/mailbox\/.*\.html$/), 30_000), name: words });

/** Reads a mailbox as the script that stays in it does, and as the reader does that captures from it. */
async function readMailbox({ host, html, name }: { host: string; html: string; name: string }): Promise<void> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(page, 'URL', {
    value: `https://${host}/mail?_task=mail&_mbox=${encodeURIComponent(name.slice(0, 40).toWellFormed())}`,
  });
  const before = page.documentElement.outerHTML;
  const targets = findTargets(page, host, true, () => true);
  for (const { anchor, person } of targets) {
    if (anchor.closest('#messagebody')) throw new Error('a mark among the words of a mail');
    if (person.address.length > 320 || person.name.length > 300) throw new Error('more than a message may carry');
  }
  await takeMailSnapshot(page, host);
  if (page.documentElement.outerHTML !== before) throw new Error('reading changed the page');
}

export const mailboxes = [subject('mailboxes, changed', 40, shown, readMailbox)];
