// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { mailboxOwner, readCompose, readOpenMessages, readRows } from '../../../lib/mailbox/reader.ts';
import { mailboxFixtures, pageAt } from './fixtures.ts';

describe('clients drawn by us', () => {
  test.each(mailboxFixtures())('$name', ({ html, expected }) => {
    const { doc, host } = pageAt(expected.url, html);
    const read = readOpenMessages(doc, host);
    const messages = read.map(({ element, bodyElement, recipients, ...told }) => told);
    for (const { recipients, to, cc } of read)
      expect(recipients.map(({ address }) => address.toLowerCase()).sort()).toEqual(
        [...to, ...cc].map(({ address }) => address.toLowerCase()).sort(),
      );
    expect(messages).toEqual(expected.messages);
    expect(readRows(doc, host).map(({ address, name }) => ({ address, name }))).toEqual(expected.rows);
    expect(readCompose(doc, host).map(({ address }) => address)).toEqual(expected.compose);
    expect(mailboxOwner(doc, host)).toBe(expected.owner);
  });

  test.each(mailboxFixtures())('$name: nothing of ours belongs inside the words of a mail', ({ html, expected }) => {
    const { doc, host } = pageAt(expected.url, html);
    const bodies = readOpenMessages(doc, host).flatMap(({ bodyElement }) => bodyElement ?? []);
    expect(bodies).toHaveLength(expected.messages.length);
    const places = [
      ...readOpenMessages(doc, host).map(({ element }) => element),
      ...readRows(doc, host).map(({ addressElement }) => addressElement),
      ...readCompose(doc, host).map(({ element }) => element),
    ];
    for (const place of places) expect(bodies.some((body) => body.contains(place))).toBe(false);
  });
});
