import { expect, test } from 'vitest';
import { readMail } from '../../../lib/capture/mail/read-mail.ts';

test('a sender whose address is longer than any value may be is left out, not an error', async () => {
  const raw = `From: ${'a@'.repeat(1500)}b.example\r\nSubject: Hello\r\n\r\nJane Roe, +49 711 123450`;
  const { people } = await readMail({ raw, url: 'pasted:x', now: 0 });
  for (const { fields } of people)
    for (const { value } of fields.emails) expect(value.length).toBeLessThanOrEqual(2000);
});
