import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChatIds } from '../../../../lib/capture/detectors/chat.ts';
import { findEmails } from '../../../../lib/capture/detectors/email.ts';

const emails = (text: string) => findEmails(text).map((f) => f.value);
const chats = (text: string, labelBefore?: string) =>
  findChatIds(text, { labelBefore }).map(({ value }) => `${value.kind}:${value.id}`);

describe('findEmails', () => {
  test.each([
    ['Write to Jane.Roe@Firm.example.com.', ['jane.roe@firm.example.com']],
    ['info(at)werkstatt.de', ['info@werkstatt.de']],
    ['info [at] werkstatt [dot] de', ['info@werkstatt.de']],
    ['post [bei] werkstatt [punkt] de', ['post@werkstatt.de']],
    ['buero(ät)werkstatt.de', ['buero@werkstatt.de']],
    ['邮箱：sales【at】valve.com.cn', ['sales@valve.com.cn']],
    ['sales#valve.com.cn（#换@）', ['sales@valve.com.cn']],
    ['jane dot roe at firm dot com', ['jane.roe@firm.com']],
    ['info @ werkstatt.de', ['info@werkstatt.de']],
    ['ed.ttatskrew@ofni', ['info@werkstatt.de']],
    ['a@firm.com, b@firm.com; c@firm.com', ['a@firm.com', 'b@firm.com', 'c@firm.com']],
    ['联系邮箱lin@valve.com.cn谢谢', ['lin@valve.com.cn']],
    ['info@firm.comTel', ['info@firm.com']],
  ])('%s', (text, expected) => {
    expect(emails(text)).toEqual(expected);
  });

  test.each([
    'logo@2x.png',
    'react@18.2.0',
    'jane***@firm.com',
    'follow @firm',
    'your@email.com',
    'meet at noon',
    'https://user:pw@',
  ])('%s is none', (text) => {
    expect(emails(text)).toEqual([]);
  });

  test('a hostile text costs little', () => {
    const start = process.cpuUsage().user;
    for (const text of [
      'a@'.repeat(9000),
      `${'a.'.repeat(9000)}@`,
      '(at)'.repeat(4000),
      'a at '.repeat(3000),
      '#'.repeat(19000),
    ])
      findEmails(text);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(3000);
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) =>
        findEmails(text).every((f) => f.value.includes('@') && f.end > f.start),
      ),
    );
  });
});

describe('findChatIds', () => {
  test.each([
    ['微信：valve_lin88', ['wechat:valve_lin88']],
    ['WeChat ID: valve-lin', ['wechat:valve-lin']],
    ['手机/微信：13812345670', ['wechat:13812345670']],
    ['13812345670（同微信）', ['wechat:13812345670']],
    ['ＱＱ：2851937740', ['qq:2851937740']],
    ['QQ群：712345678', []],
    ['关注微信公众号 valve_daily', []],
    ['https://wa.me/4915112345678', ['whatsapp:+4915112345678']],
    ['WhatsApp: +86 136 3268 7740', ['whatsapp:+8613632687740']],
    ['微信：138****1234', []],
  ])('%s', (text, expected) => {
    expect(chats(text)).toEqual(expected);
  });

  test('the label may stand before the line', () => {
    expect(chats('valve-lin', '微信')).toEqual(['wechat:valve-lin']);
    expect(chats('2851937740', 'QQ：')).toEqual(['qq:2851937740']);
  });
});
