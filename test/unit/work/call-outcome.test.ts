import { describe, expect, it } from 'vitest';
import { putOffBy } from '../../../lib/work/call-outcome.ts';

const at = (text: string) => new Date(text).getTime();
const friday = at('2026-05-08T16:00');

describe('putOffBy', () => {
  it.each(['notReached', 'voicemail', 'wrongNumber'] as const)('leaves a call open: %s', (outcome) => {
    expect(putOffBy(outcome, undefined, friday)).toEqual({ until: at('2026-05-11T12:00'), timed: false });
    expect(putOffBy(outcome, undefined, at('2026-05-05T08:00'))?.until).toBe(at('2026-05-06T12:00'));
    const chosen = { dueAt: at('2026-05-20T15:30'), timed: true };
    expect(putOffBy(outcome, chosen, friday)).toEqual({ until: chosen.dueAt, timed: true });
  });
  it.each(['reached', 'callBack', undefined] as const)('is done with: %s', (outcome) => {
    expect(putOffBy(outcome, { dueAt: friday, timed: false }, friday)).toBeUndefined();
  });
});
