import { describe, expect, it } from 'vitest';
import { snoozeChoices } from '../../../lib/work/snooze.ts';

const at = (text: string) => new Date(text).getTime();
const inAMonth = (now: string) => snoozeChoices(at(now)).find(({ id }) => id === 'inAMonth')?.at;

describe('snoozeChoices', () => {
  it('has the last day of a month that is too short', () => {
    expect(inAMonth('2026-01-31T10:00')).toBe(at('2026-02-28T12:00'));
    expect(inAMonth('2028-01-30T10:00')).toBe(at('2028-02-29T12:00'));
    expect(inAMonth('2026-12-31T10:00')).toBe(at('2027-01-31T12:00'));
    expect(inAMonth('2026-05-06T10:00')).toBe(at('2026-06-06T12:00'));
  });
});
