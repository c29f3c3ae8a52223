import { compileProfile } from '../../lib/scoring/compile.ts';
import { explain } from '../../lib/scoring/explain.ts';
import { createScoreTable } from '../../lib/scoring/table.ts';
import { sampleLeads, sampleNow, sampleProfile } from '../score/sample.ts';
import type { Part } from './part.ts';

type ScoringTime = { what: string; ms: number; ceiling: number };

/** Scores invented leads with fifty rules. Out: the time of the whole book, first run included, of edits tried over it, and of one lead with its reasons. */
async function measureScoring(count = 100_000): Promise<ScoringTime[]> {
  const leads = sampleLeads(count);
  const started = performance.now();
  const compiled = compileProfile(sampleProfile(50));
  for (const lead of leads) compiled.score(lead, sampleNow);
  const whole = performance.now() - started;
  const some = leads.slice(0, 10_000);
  const begun = performance.now();
  for (const lead of some) explain(compiled, lead, sampleNow);
  const one = (performance.now() - begun) / some.length;

  const table = createScoreTable(sampleNow);
  table.put(leads);
  const profile = sampleProfile(50);
  const time = async (): Promise<number> => {
    const from = performance.now();
    await table.scores(profile);
    return performance.now() - from;
  };
  const columns = await time();
  const rule = profile.groups[0]?.rules[3];
  if (rule?.kind === 'points') rule.points = 40;
  const points = await time();
  if (rule?.kind === 'points') rule.when = { field: 'company.about', op: 'contains', value: ['logist'] };
  const condition = await time();
  return [
    { what: `score ${count.toLocaleString('en')} leads with 50 rules`, ms: whole, ceiling: 2000 },
    { what: `the same by columns`, ms: columns, ceiling: 2000 },
    { what: 'the points of a rule edited, all leads anew', ms: points, ceiling: 300 },
    { what: 'a condition edited that asks for another field, all leads anew', ms: condition, ceiling: 300 },
    { what: 'score one lead with lines, gaps and ways', ms: one, ceiling: 0.1 },
  ];
}

export const scoringPart: Part = {
  name: 'scoring',
  title: 'Scoring, on one core',
  about: 'scores 100,000 invented leads with fifty rules, outside of a browser',
  measure: async () => ({
    figures: (await measureScoring()).map(({ what, ms, ceiling }) => ({ what, unit: 'ms', value: ms, ceiling })),
  }),
};
