import { expect, it } from 'vitest';
import { isListChange, listChange, withListChange } from '../../../lib/domain/list-change.ts';

const [a, b, c, d] = ['a@firm.example', 'b@firm.example', 'c@firm.example', 'd@firm.example'] as const;

it('changes one value in its place, whatever came and went around it', () => {
  expect(withListChange('emails', [a, b, c], { gone: [b], come: [d] })).toEqual([a, d, c]);
  expect(withListChange('emails', [b, c], { gone: [b], come: [d] })).toEqual([d, c]);
  expect(withListChange('emails', [c], { gone: [b], come: [d] })).toEqual([c, d]);
  expect(withListChange('emails', [a, b, c], { gone: [b], come: [] })).toEqual([a, c]);
});

it('never has a value twice; of tags the spelling counts', () => {
  expect(withListChange('emails', [a, b], { gone: [b], come: ['A@firm.example'] })).toEqual([a]);
  expect(withListChange('emails', [a], { gone: [], come: [b, b] })).toEqual([a, b]);
  expect(withListChange('tags', ['fair'], { gone: [], come: ['Fair'] })).toEqual(['fair', 'Fair']);
});

it('a value under another kind is the same value, changed', () => {
  const phone = { e164: '+4973155', text: '0731 55', kind: 'work' as const };
  const mobile = { ...phone, kind: 'mobile' as const };
  expect(withListChange('phones', [phone], { gone: [phone], come: [mobile] })).toEqual([mobile]);
});

it('tells what was made of a list', () => {
  expect(listChange(['x', 'y'], ['y', 'z'])).toEqual({ gone: ['x'], come: ['z'] });
  expect([isListChange(listChange([], [])), isListChange(['x']), isListChange(null), isListChange('x')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
