import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerText, mailbox, mailFile } from './mime.ts';
import { owner, type Seed } from './seeds.ts';

const stamp = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

/** Writes mails as a Maildir, every fifth unread; sent ones into their folder. In: the folder, the mails oldest first. */
export function writeMaildir(folder: string, mails: readonly Seed[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const place of ['cur', 'new', 'tmp', '.Sent/cur', '.Sent/new', '.Sent/tmp']) {
    mkdirSync(join(folder, place), { recursive: true });
  }
  const first = Date.UTC(2026, 9, 5, 8);
  mails.forEach(({ from, to = [owner], cc = [], subject, headers = [], body, sent }, index) => {
    const date = new Date(first + index * 37 * 60_000);
    const file = mailFile(
      [
        ['Return-Path', `<${from[1]}>`],
        ['Date', stamp(date)],
        ['From', mailbox(from)],
        ['To', to.map(mailbox).join(', ')],
        ...(cc.length > 0 ? [['Cc', cc.map(mailbox).join(', ')] as const] : []),
        ['Subject', headerText(subject)],
        ['Message-ID', `<seed-${index}@example.test>`],
        ...headers,
        ['MIME-Version', '1.0'],
      ],
      body,
    );
    const unread = !sent && index % 5 === 4;
    const place = sent ? '.Sent/cur' : unread ? 'new' : 'cur';
    const path = join(folder, place, `${Math.floor(date.getTime() / 1000)}.M${index}P1.seed${unread ? '' : ':2,S'}`);
    writeFileSync(path, file);
    utimesSync(path, date, date);
  });
}
