import { describe, expect, it } from 'vitest';
import { isAutomatic } from '../../../lib/domain/quiet-sender.ts';

describe('mail that nobody wrote', () => {
  it.each([
    ['no-reply@billing.harbour.example', ''],
    ['noreply@harbour.example', ''],
    ['do-not-reply@harbour.example', ''],
    ['donotreply@harbour.example', ''],
    ['nicht-antworten@hafen.example', ''],
    ['ne-pas-repondre@port.example', ''],
    ['mailer-daemon@harbour.example', ''],
    ['bounces+12@harbour.example', ''],
    ['news@harbour.example', ''],
    ['newsletter@harbour.example', ''],
    ['notifications@harbour.example', ''],
    ['list-owner@harbour.example', ''],
    ['dev@lists.harbour.example', ''],
    ['messages@linkup.example', 'Pia Winkler via LinkUp'],
  ])('%s %s', (address, name) => expect(isAutomatic(address, name)).toBe(true));

  it.each([
    ['anna.lindqvist@nordhus.example', 'Anna Lindqvist'],
    ['newsome@harbour.example', 'Paul Newsome'],
    ['info@harbour.example', 'Harbour Tools'],
    ['alert.hansen@hafen.example', 'Alert Hansen'],
    ['noah.reply@harbour.example', ''],
    ['olivia@harbour.example', 'Olivia Hart'],
    ['returns@harbour.example', ''],
    ['via@harbour.example', 'Via Jensen'],
  ])('%s %s is somebody', (address, name) => expect(isAutomatic(address, name)).toBe(false));
});
