import { describe, expect, test } from 'vitest';
import { bodyOfHtml, bodyOfText } from '../../../../lib/capture/mail/body.ts';
import { cutReply, replyText } from '../../../../lib/capture/mail/reply.ts';

const ofText = (text: string) => {
  const body = bodyOfText(text);
  return replyText(body, cutReply(body));
};
const ofHtml = (html: string) => {
  const body = bodyOfHtml(html);
  return replyText(body, cutReply(body)).replace(/\s+/g, ' ');
};

describe('the newest message is told from what it quotes', () => {
  test.each([
    ['English', 'On Tue, 3 Mar 2026 at 10:12, Jane Roe <jane@example.com> wrote:'],
    ['wrapped over two lines', 'On Tue, 3 Mar 2026 at 10:12, Jane Roe\n<jane@example.com> wrote:'],
    ['German', 'Am 03.03.2026 um 10:12 schrieb Jane Roe <jane@example.com>:'],
    ['German, verb first', 'Jane Roe <jane@example.com> schrieb am Di., 3. März 2026, 10:12:'],
    ['French', 'Le 3 mars 2026 à 10:12, Jane Roe <jane@example.com> a écrit :'],
    ['Spanish', 'El mar, 3 mar 2026 a las 10:12, Jane Roe (<jane@example.com>) escribió:'],
    ['Italian', 'Il giorno mar 3 mar 2026 alle ore 10:12 Jane Roe <jane@example.com> ha scritto:'],
    ['Chinese', '在 2026年3月3日，上午10:12，张三 <zhang@example.com> 写道：'],
    ['Taiwan', '張三 <zhang@example.com> 於 2026年3月3日 週二 上午10:12寫道：'],
    ['ruler', '-----Original Message-----\nFrom: Jane Roe\nSent: Tuesday'],
    [
      'German header block',
      'Von: Jane Roe <jane@example.com>\nGesendet: Dienstag, 3. März 2026 10:12\nAn: Tom\nBetreff: Angebot',
    ],
    ['Chinese header block', '发件人: 张三 <zhang@example.com>\n发送时间: 2026年3月3日\n收件人: 李四\n主题: 报价'],
    [
      'Outlook line',
      '________________________________\nFrom: Jane Roe <jane@example.com>\nSent: Tuesday, 3 March 2026\nTo: Tom\nSubject: Offer',
    ],
    ['QQ', '------------------ 原始邮件 ------------------\n发件人: "张三" <zhang@example.com>;'],
  ])('%s', (_, introduction) =>
    expect(ofText(`Thanks, Tuesday is fine.\n\n${introduction}\n\nShall we meet?\nJane`)).toBe(
      'Thanks, Tuesday is fine.',
    ),
  );

  test('answers below a quotation are the newest message', () =>
    expect(ofText('On 3 March 2026 10:12, Jane wrote:\n> Shall we meet?\n\nYes.')).toBe('Yes.'));

  test("signature behind its delimiter and the phone's own line are no text", () =>
    expect(ofText('Yes.\n\nSent from my iPhone\n\n-- \nTom Beck\nExample Ltd')).toBe('Yes.'));

  test.each([
    ['a sentence with On', 'On Monday I wrote something.\nIt was long.'],
    ['words with a colon', 'To do:\nDate: open'],
    ['code', 'See\n```\n> not a quote\n```\nDone.'],
  ])('%s is left whole', (_, text) => expect(ofText(text)).toBe(text));

  test('quoted mark-up of clients', () => {
    expect(
      ofHtml(
        '<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">On Tue Jane wrote:</div><blockquote>Old</blockquote></div>',
      ),
    ).toBe('Yes.');
    expect(ofHtml('<p>Yes.</p><div id="divRplyFwdMsg"><b>From:</b> Jane</div><div>Old</div>')).toBe('Yes.');
    expect(
      ofHtml(
        '<p>Yes.</p><div><b>Von:</b> Jane &lt;jane@example.com&gt;<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Tom</div><p>Old</p>',
      ),
    ).toBe('Yes.');
  });

  test('a message that only forwards has the forwarded text', () =>
    expect(
      ofText(
        '---------- Forwarded message ----------\nFrom: Jane <jane@example.com>\nDate: Tue, 3 Mar 2026\nSubject: Offer\nTo: Tom\n\nPlease see the offer.',
      ),
    ).toBe('Please see the offer.'));
});
