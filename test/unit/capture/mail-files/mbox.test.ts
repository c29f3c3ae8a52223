import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MboxMessage, readMbox, unescapeFrom } from '../../../../lib/capture/mail-files/mbox.ts';
import { jane, janeSigned, mailOf, mboxOf } from '../../../mail-files/samples.ts';

/** A file that comes in pieces of these sizes, as a disk gives it. */
function inPieces(bytes: Uint8Array, size: number): Blob {
  const blob = new Blob([bytes as BlobPart]);
  return Object.assign(blob, {
    stream: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      }),
  });
}

async function messagesOf(text: string, size = 1 << 20): Promise<{ messages: MboxMessage[]; texts: string[] }> {
  const bytes = new TextEncoder().encode(text);
  const messages: MboxMessage[] = [];
  for await (const message of readMbox(inPieces(bytes, size))) messages.push(message);
  return { messages, texts: messages.map(({ start, end }) => new TextDecoder().decode(bytes.slice(start, end))) };
}

const head = ({ head }: MboxMessage) => new TextDecoder().decode(head);

describe('messages of a mailbox file', () => {
  const mails = [1, 2, 3].map((day) => mailOf({ ...jane, day, subject: `Offer ${day}`, body: janeSigned }));

  it.each([1 << 20, 1500, 700, 64])('are found whole in pieces of %i bytes', async (size) => {
    const { texts, messages } = await messagesOf(mboxOf(mails), size);
    expect(texts.map((text) => text.trimEnd())).toEqual(mails.map((mail) => mail.trimEnd()));
    expect(messages.map((message) => /Subject: (.*)\r/.exec(head(message))?.[1])).toEqual([
      'Offer 1',
      'Offer 2',
      'Offer 3',
    ]);
    expect(messages.every((message) => !head(message).includes('Good morning'))).toBe(true);
  });

  it('wherever a piece ends', async () => {
    const text = mboxOf(mails);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (size) => {
        expect((await messagesOf(text, size)).texts).toHaveLength(3);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a sentence that begins so', 'From here it is easy.\r\nAnd: so on'],
    ['a sentence with a time', 'From 10:30 on\r\nwe are there'],
    ['what was marked', '>From Mon Jan 5 09:00:00 2026\r\nSubject: x'],
  ])('%s is no new message', async (_what, body) => {
    const { texts } = await messagesOf(mboxOf([mailOf({ ...jane, body }), mails[0] ?? '']));
    expect(texts).toHaveLength(2);
  });

  it.each([
    ['Thunderbird', 'From - Mon Jan  5 09:00:00 2026'],
    ['a server', 'From jane.roe@harbour-tools.example Mon Jan  5 09:00:00 2026'],
    ['Gmail', 'From 1851234567890123456@xxx Mon Jan 05 09:00:00 +0000 2026'],
    ['a machine with its own zone', 'From MAILER-DAEMON Mon Jan  5 09:00:00 2026 +0100'],
  ])('as %s separates them', async (_who, line) => {
    const text = mails.map((mail) => `${line}\n${mail.replaceAll('\r\n', '\n')}\n`).join('');
    expect((await messagesOf(text, 500)).texts).toHaveLength(3);
  });

  it('one that holds an address card says so', async () => {
    const card = mailOf({ ...jane, body: 'x\r\nContent-Type: text/x-vcard; name=j.vcf\r\n' });
    const { messages } = await messagesOf(mboxOf([mails[0] ?? '', card, mails[1] ?? '']), 300);
    expect(messages.map(({ hasCard }) => hasCard)).toEqual([false, true, false]);
  });

  it('nothing is found in what is none', async () => {
    expect((await messagesOf('')).messages).toEqual([]);
    expect((await messagesOf('Hello\nFrom me at 10:30\nto you')).messages).toEqual([]);
  });

  it('a header without an end is kept only so far', async () => {
    const { messages } = await messagesOf(`From - Mon Jan  5 09:00:00 2026\nX-A: ${'a'.repeat(500_000)}`, 10_000);
    expect(messages[0]?.head.length).toBe(64 * 1024);
  });
});

it('escaped lines lose one mark, and nothing else changes', () => {
  const plain = (text: string) => new TextDecoder().decode(unescapeFrom(new TextEncoder().encode(text)));
  expect(plain('>From a\n>>From b\nx >From c\n> From d\n>Fro')).toBe('From a\n>From b\nx >From c\n> From d\n>Fro');
  fc.assert(
    fc.property(fc.array(fc.constantFrom('From x', '>From y', 'text', '> q', '')), (lines) => {
      const escaped = lines.map((line) => line.replace(/^(>*From )/, '>$1')).join('\n');
      expect(plain(escaped)).toBe(lines.join('\n'));
    }),
  );
});
