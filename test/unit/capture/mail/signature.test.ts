import { describe, expect, test } from 'vitest';
import { bodyOfText } from '../../../../lib/capture/mail/body.ts';
import { cutReply } from '../../../../lib/capture/mail/reply.ts';
import { signatureLines } from '../../../../lib/capture/mail/signature.ts';

const found = (text: string, sender = '') => {
  const body = bodyOfText(text);
  return signatureLines(body, cutReply(body).own, sender).map((i) => body.lines[i]?.s);
};

describe('signature lines of the newest message', () => {
  test.each([
    ['closing and name', 'Please see the attached file.\n\nThanks,\n\nMartha', ['Thanks,', 'Martha']],
    ['name alone', 'Do tell me whether the crates arrived.\n\nMartha Keane', ['Martha Keane']],
    [
      'contact lines',
      'Call me if you have any questions\nMartha Keane\nExample Networks LLC\n(503) 555-0142',
      ['Martha Keane', 'Example Networks LLC', '(503) 555-0142'],
    ],
    [
      'German closing',
      'Anbei das Angebot.\n\nMit freundlichen Grüßen\nJana Roth\nLeiterin Einkauf',
      ['Mit freundlichen Grüßen', 'Jana Roth', 'Leiterin Einkauf'],
    ],
    ['delimiter', 'Yes, fine.\n-- \nJana Roth\nTel. 040 5550110', ['Jana Roth', 'Tel. 040 5550110']],
    [
      'Chinese',
      '附件请查收，谢谢！\n\n此致\n敬礼\n\n王小明\n销售经理\n电话：0571-8888 0101',
      ['王小明', '销售经理', '电话：0571-8888 0101'],
    ],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expect.arrayContaining(expected)));

  test.each([
    ['a sentence only', 'The second lorry was late, so we unloaded until nine.'],
    ['a list of links', 'https://example.com/a/b\n\nhttps://example.com/c/d\n\nhttps://example.com/e/f'],
    [
      'a question with a number',
      'Our home number is 713-555-0156. Call me when you get in.\n\nI have booked a time for 3 people.',
    ],
    ['nothing', ''],
  ])('%s has none', (_, text) => expect(found(text)).toEqual([]));

  test('small print under it and the text above it stay out', () => {
    const text =
      'The parts are on their way to you now.\n\nBest regards,\nMartha Keane\n+1 503 555 0142\n\nThis e-mail is confidential and intended only for the recipient. If you have received it in error, please delete it.';
    expect(found(text)).toEqual(['Best regards,', 'Martha Keane', '+1 503 555 0142']);
  });

  test("a quoted message's signature is not the sender's", () =>
    expect(
      found(
        'Fine with me.\n\nTom\n\nOn 3 March 2026 at 10:12, Jane Roe <jane@example.com> wrote:\n> Hello\n> Jane Roe\n> +44 20 7946 0018',
      ),
    ).toEqual(['Tom']));
});
