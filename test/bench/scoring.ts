import { compileProfile } from '../../lib/scoring/compile.ts';
import { explain } from '../../lib/scoring/explain.ts';
import { sampleLeads, sampleNow, sampleProfile } from '../score/sample.ts';

export type ScoringTime = { what: string; ms: number; ceiling: number };

/** Scores invented leads with fifty rules. Out: the time of the whole book, first run included, and of one lead with its reasons. */
export function measureScoring(count = 100_000): ScoringTime[] {
  const leads = sampleLeads(count);
  const started = performance.now();
  const compiled = compileProfile(sampleProfile(50));
  for (const lead of leads) compiled.score(lead, sampleNow);
  const whole = performance.now() - started;
  const some = leads.slice(0, 10_000);
  const begun = performance.now();
  for (const lead of some) explain(compiled, lead, sampleNow);
  const one = (performance.now() - begun) / some.length;
  return [
    { what: `score ${count.toLocaleString('en')} leads with 50 rules`, ms: whole, ceiling: 2000 },
    { what: 'score one lead with lines, gaps and ways', ms: one, ceiling: 0.1 },
  ];
}
