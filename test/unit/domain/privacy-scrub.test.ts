import { describe, expect, it } from 'vitest';
import { needlesOf } from '../../../lib/domain/privacy/needles.ts';
import { scrubbed } from '../../../lib/domain/privacy/scrub.ts';

const needles = needlesOf({
  names: ['Jörg van der Berg', '李娜'],
  emails: ['j.berg@firm.example'],
  phones: [{ e164: '+498912345601', text: '089 / 123 456-01', kind: 'work' }],
  links: ['https://www.linkedin.com/in/jörg-berg'],
  ids: ['berg_wx88', 'x'],
});

describe('finding somebody in words', () => {
  it.each([
    ['Call Jörg van der Berg at noon', 'Call … at noon'],
    ['JÖRG VAN DER BERG', ''],
    ['Berg, Jörg van der (CEO)', '… (CEO)'],
    ['Jorg van der Berg', ''],
    ['https://firm.example/team/jorg-van-der-berg.html', 'https://firm.example/team/….html'],
    ['请联系李娜经理', '请联系…经理'],
    ['mailto:J.Berg@Firm.example?subject=x', 'mailto:…?subject=x'],
    ['to=j.berg%40firm.example&x', 'to=…&x'],
    ['+49 (0)89 123 456 01', ''],
    ['Tel. 0049 89 12345601, Fax 0891', 'Tel. …, Fax 0891'],
    ['089/12345601', ''],
    ['see de.linkedin.com/in/j%C3%B6rg-berg?trk=a', 'see de.…?trk=a'],
    ['wechat: berg_wx88', 'wechat: …'],
  ])('%s', (text, rest) => {
    expect(needles.without(text)).toBe(rest);
  });

  it.each([
    'mj.berg@firm.example',
    'j.berg@firm.example.org',
    'Jörg van der Bergen',
    '1089123456012',
    'linkedin.com/in/jörg-berger',
    'berg_wx889',
    'x',
    '',
    '…',
  ])('leaves others alone: %s', (text) => {
    expect(needles.without(text)).toBe(text);
  });

  it('leaves a namesake the name, not the number', () => {
    expect(needles.withoutButName('李娜 089/12345601')).toBe('李娜 …');
  });
});

describe('records without somebody', () => {
  const scrubbing = { needles, ids: new Set(['gone']), namesakes: new Set(['other']) };

  it('are the very same where they are not in them', () => {
    const record = { a: [{ text: 'x', n: 1 }], b: { c: null, d: new Date(0), e: new Uint8Array(2) } };
    expect(scrubbed(record, scrubbing, 'drop')).toBe(record);
  });

  it('lose what is theirs, at any depth, and are gone where they are theirs as a whole', () => {
    expect(scrubbed({ leadId: 'gone', text: 'x' }, scrubbing, 'drop')).toBeUndefined();
    const record = {
      representatives: ['李娜', 'Otto'],
      phones: [{ e164: '+498912345601', text: '089/12345601' }, { text: '030 99' }],
      tasks: [
        { leadId: 'gone', text: 'secret' },
        { leadId: 'else', text: 'with 李娜' },
      ],
      readAt: { 'emails|j.berg@firm.example': [1], name: [{ url: 'u', snippet: '李娜' }] },
      owner: '李娜',
      companyId: 'gone',
      fields: [{ field: 'name', before: '李娜', after: 'Y' }],
    };
    expect(scrubbed(record, scrubbing, 'drop')).toEqual({
      representatives: ['Otto'],
      phones: [{ text: '030 99' }],
      tasks: [{ leadId: 'else', text: 'with …' }],
      readAt: { name: [{ url: 'u', snippet: '' }] },
      owner: '李娜',
      fields: [{ field: 'name', after: 'Y' }],
    });
  });

  it('keep the places of columns where places mean something', () => {
    const columns = { names: ['a', '李娜', 'b'], ids: ['else', 'gone'] };
    expect(scrubbed(columns, scrubbing, 'blank')).toEqual({ names: ['a', '', 'b'], ids: ['else', ''] });
  });

  it('keep the name where a namesake bears it', () => {
    const record = { id: 'other', name: '李娜', note: 'like 李娜', emails: ['j.berg@firm.example'] };
    expect(scrubbed(record, scrubbing, 'drop')).toEqual({ id: 'other', name: '李娜', note: 'like 李娜', emails: [] });
  });
});
