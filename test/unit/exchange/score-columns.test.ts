import { describe, expect, it } from 'vitest';
import { exportColumns } from '../../../lib/exchange/columns.ts';
import type { ExportScore, ScoreWords } from '../../../lib/exchange/score-columns.ts';
import { company, person, words } from './rows.ts';

const score: ScoreWords = {
  tier: (tier) => `${tier} prospect`,
  role: (role) => `role ${role}`,
  excluded: (gates) => `not: ${gates.map(({ name }) => name).join(', ')}`,
  reason: ({ name, points }) => `${points} ${name}`,
};
const scored: ExportScore = {
  tier: 'B',
  fit: 62,
  engagement: 10,
  gates: [],
  reasons: [
    { rule: 'r1', name: 'Site', points: 20 },
    { rule: 'r2', name: 'Far away', points: -5 },
  ],
  role: 'decides',
};
const told = (kind: 'person' | 'company', row: { score?: ExportScore }) => {
  const lead = kind === 'person' ? person({ name: 'Ada' }) : company({ name: 'Berg' });
  const columns = exportColumns(kind, [{ lead, ...row }], { ...words, score });
  return Object.fromEntries(
    columns
      .filter(({ id }) => ['tier', 'fit', 'engagement', 'reasons', 'buyingRole'].includes(id))
      .map((column) => [column.id, column.typed?.({ lead, ...row }) ?? column.read({ lead, ...row })]),
  );
};

describe('the score in an export', () => {
  it('is tier, both axes as numbers, reasons, and for people their part', () => {
    expect(told('person', { score: scored })).toEqual({
      tier: 'B prospect',
      fit: 62,
      engagement: 10,
      reasons: '20 Site; -5 Far away',
      buyingRole: 'role decides',
    });
    expect(told('company', { score: scored })).not.toHaveProperty('buyingRole');
  });

  it('says first what excludes a lead, and nothing where no lead was scored', () => {
    const gates = [{ rule: 'g', name: 'Food' }];
    expect(told('company', { score: { ...scored, gates } }).reasons).toBe('not: Food; 20 Site; -5 Far away');
    expect(told('company', {})).toEqual({});
  });
});
