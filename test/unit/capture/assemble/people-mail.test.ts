import { describe, expect, test } from 'vitest';
import { mailFits } from '../../../../lib/capture/people-mail.ts';

describe('how well an address fits a name', () => {
  test.each([
    ['jane.roe@firm.example', 'Jane Roe'],
    ['jroe@firm.example', 'Jane Roe'],
    ['roej@firm.example', 'Jane Roe'],
    ['muellerhans@firm.example', 'Hans Müller'],
    ['n.huebscher@firm.example', 'Nora Hübscher-Sutter'],
    ['ivan.petrov@firm.example', 'Иван Петров'],
    ['lindqvist@firm.example', 'Dr. Sofia Lindqvist'],
  ])('%s is %s’s', (address, name) => {
    expect(mailFits(address, name)).toBeGreaterThan(0.75);
  });

  test.each([
    ['info@firm.example', 'Inga Fo'],
    ['jane.doe@firm.example', 'Max Berger'],
    ['j@firm.example', 'Jane Roe'],
    ['sales@firm.example', 'Sally Sales'],
  ])('%s is nothing of %s’s', (address, name) => {
    expect(mailFits(address, name)).toBe(0);
  });

  test('a given name alone says less than a family name', () => {
    expect(mailFits('jane@firm.example', 'Jane Roebuck')).toBeLessThan(
      mailFits('roebuck@firm.example', 'Jane Roebuck'),
    );
  });
});
