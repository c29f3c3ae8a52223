import { describe, expect, it } from 'vitest';
import { holidayNames, holidayOn, isBirthday } from '../../../lib/work/holidays.ts';

const at = (day: string) => new Date(`${day}T15:00`).getTime();

describe('holidayOn', () => {
  it.each([
    ['DE', '2026-04-03', 'goodFriday'],
    ['DE', '2026-05-14', 'ascension'],
    ['DE', '2025-06-09', 'whitMonday'],
    ['FR', '2026-07-14', 'national'],
    ['US', '2026-11-26', 'thanksgiving'],
    ['US', '2026-05-25', 'memorial'],
    ['GB', '2026-05-04', 'bankHoliday'],
    ['GB', '2026-05-25', 'bankHoliday'],
    ['CN', '2026-02-17', 'springFestival'],
    ['CN', '2025-01-29', 'springFestival'],
    ['CN', '2026-04-05', 'qingming'],
    ['CN', '2024-04-04', 'qingming'],
    ['CN', '2026-06-19', 'dragonBoat'],
    ['CN', '2025-05-31', 'dragonBoat'],
    ['CN', '2026-09-25', 'midAutumn'],
    ['SA', '2026-03-20', 'eidFitr'],
    ['NZ', '2026-10-26', 'labour'],
  ])('%s on %s is %s', (country, day, name) => expect(holidayOn(country, at(day))?.name).toBe(name));
  it('says where only a part of the country keeps it', () => {
    expect(holidayOn('DE', at('2026-06-04'))).toEqual({ name: 'corpusChristi', inParts: true });
    expect(holidayOn('AT', at('2026-06-04'))).toEqual({ name: 'corpusChristi', inParts: false });
  });
  it('is silent on working days and of countries it does not know', () => {
    expect(holidayOn('DE', at('2026-04-04'))).toBeUndefined();
    expect(holidayOn('ZZ', at('2026-01-01'))).toBeUndefined();
  });
  it('has a use for every name', () => {
    const days = Array.from({ length: 400 }, (_, n) => at('2025-01-01') + n * 86_400_000);
    const countries =
      'DE AT CH FR IT ES PT NL BE LU GB IE US CA MX BR PL CZ SK HU SE NO DK FI TR AE SA CN TW HK SG KR JP IN AU NZ';
    const used = new Set(
      countries.split(' ').flatMap((code) => days.flatMap((day) => holidayOn(code, day)?.name ?? [])),
    );
    expect(holidayNames.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('isBirthday', () => {
  it.each([
    ['1980-05-06', '2026-05-06', true],
    ['--0506', '2026-05-06', true],
    ['1980-05-07', '2026-05-06', false],
    ['1980-02-29', '2026-02-28', true],
    ['1980-02-29', '2028-02-28', false],
    ['1980-02-29', '2028-02-29', true],
    ['May', '2026-05-06', false],
    ['06.05.1980', '2026-05-06', true],
    ['6.5.80', '2026-05-06', true],
    ['6.5.', '2026-05-06', true],
    ['6. Mai 1980', '2026-05-06', true],
    ['6 May', '2026-05-06', true],
    ['1980/05/06', '2026-05-06', true],
    ['1980年5月6日', '2026-05-06', true],
    ['5月6日', '2026-05-06', true],
    ['16/05/1980', '2026-05-16', true],
    ['05/16/1980', '2026-05-16', true],
    ['05/05/1980', '2026-05-05', true],
    ['06/05/1980', '2026-05-06', false],
    ['06/05/1980', '2026-06-05', false],
    ['1980-13-40', '2026-05-06', false],
  ])('%s on %s: %s', (text, day, is) => expect(isBirthday(text, at(day))).toBe(is));
});
