import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { type OutlineLine, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

const picture = (more: object) => ({ a: 0, z: 0, t: 'img', ...more });

/** A team of two: Ada's number is what the case says, Jonas has one in words. */
function read(...number: Omit<OutlineLine, 'b'>[]) {
  const lines = [
    { s: 'Ada Sund' },
    { s: 'Head of Sales' },
    ...number,
    { s: 'ada.sund@glasbau-lindner.example' },
    { s: 'Jonas Falk' },
    { s: 'Buyer' },
    { s: 'Tel. +46 31 555 01 20' },
  ];
  const { people } = assemble(
    [
      pageSnapshot.parse({
        url: 'https://www.glasbau-lindner.example/team',
        meta: { title: 'Team' },
        outline: { blocks: [{ p: -1, t: 'body' }], lines: lines.map((line) => ({ b: 0, ...line })) },
        structured: [],
        closedFrames: [],
        truncated: 'no',
        msPage: 0,
      }),
    ],
    { now: 1 },
  );
  return Object.fromEntries(people.map((draft) => [draft.fields.name[0]?.value, draft.phoneIsPicture === true]));
}

describe('a phone that is only a picture', () => {
  test.each([
    [
      'after its label',
      [{ s: 'Tel:', m: [{ ...picture({ u: 'https://www.glasbau-lindner.example/tel/17.png' }), a: 4, z: 4 }] }],
    ],
    [
      'under its label',
      [{ s: 'Phone' }, { s: '', m: [picture({ u: 'https://cdn.example/a8.gif', l: 'phone number' })] }],
    ],
    ['in Chinese', [{ s: '电话：', m: [{ ...picture({ u: 'https://img.example/showphone.php' }), a: 3, z: 3 }] }]],
    [
      'by its class',
      [{ s: 'Mobile', m: [{ ...picture({ u: 'https://img.example/7f.png', h: 'number-img' }), a: 6, z: 6 }] }],
    ],
  ] as [string, Omit<OutlineLine, 'b'>[]][])('is said to be one %s', (_what, lines) => {
    expect(read(...lines)).toEqual({ 'Ada Sund': true, 'Jonas Falk': false });
  });

  test.each([
    ['an icon before a number', [{ s: 'Tel: +46 31 555 01 99', m: [picture({ u: 'https://img.example/phone.png' })] }]],
    [
      'an icon over a number',
      [{ s: 'Tel:', m: [picture({ u: 'https://img.example/phone.png' })] }, { s: '+46 31 555 01 99' }],
    ],
    ['an icon alone', [{ s: 'Call', m: [picture({ h: 'icon-phone', l: '' })] }]],
    ['a portrait', [{ s: '', m: [picture({ u: 'https://img.example/ada.jpg', l: 'Ada Sund' })] }]],
    ['a picture with no label', [{ s: '', m: [picture({ u: 'https://img.example/phone.png', l: 'phone' })] }]],
  ] as [string, Omit<OutlineLine, 'b'>[]][])('is not %s', (_what, lines) => {
    expect(read(...lines)).toEqual({ 'Ada Sund': false, 'Jonas Falk': false });
  });
});
