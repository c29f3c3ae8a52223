import { measureGrowth } from './grown.ts';
import type { Part } from './part.ts';

/** Runs in a page of the extension: fills a book with invented firms and people, and scores it as the worker does. */
const source = `
import './no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { publishProfile, saveDraft } from '../../lib/storage/profiles.ts';
import { createScoreService } from '../../lib/storage/score-service.ts';
import { briefScores } from '../../lib/storage/scores.ts';
import { sampleLeads, sampleProfile } from '../score/sample.ts';

globalThis.bench = async (leadCount) => {
  const firms = leadCount / 2;
  const times = [];
  const now = Date.now();
  const time = async (what, work) => {
    const started = performance.now();
    const result = await work();
    times.push({ what, ms: performance.now() - started });
    return result;
  };
  const book = await openBook();
  const database = await book.connection();
  const leads = sampleLeads(firms);
  for (let from = 0; from < firms; from += 2000) {
    const tx = database.transaction(['companies', 'people', 'interactions'], 'readwrite', { durability: 'relaxed' });
    for (const { lead, people, interactions } of leads.slice(from, from + 2000)) {
      tx.objectStore('companies').put({ ...lead, keys: { emails: [], phones: [], links: [] } });
      for (const one of people) {
        const keys = { emails: [], phones: [], links: [], names: [], domains: [] };
        tx.objectStore('people').put({ ...one, companyId: lead.id, keys });
      }
      for (const talk of interactions) {
        tx.objectStore('interactions').put({ ...talk, id: crypto.randomUUID(), leadId: lead.id, text: '' });
      }
    }
    await tx.done;
  }
  const some = Array.from({ length: 50 }, (_, at) => 'person-' + ((at * 7919) % firms));
  await briefScores(book, some, now);
  const briefs = [];
  for (let run = 0; run < 15; run++) {
    const started = performance.now();
    await briefScores(book, some.map((id) => 'person-' + ((Number(id.slice(7)) + run * 31) % firms)), now);
    briefs.push(performance.now() - started);
  }
  times.push({ what: 'tier and reasons of 50 leads, median', ms: briefs.sort((a, b) => a - b)[7] });

  const service = createScoreService(book, () => now);
  const run = { progress: () => undefined, pause: () => Promise.resolve() };
  const profile = { ...sampleProfile(50), id: 'starter' };
  await time('read them and weigh 50 rules', () => service.methods.histogram(run, profile));
  await time('first scores, worked out and written', () => service.settle());
  await saveDraft(book, profile, now);
  await publishProfile(book, 'starter', now);
  await time('50 rules published: all scored anew and written', () => service.settle());
  const edited = structuredClone(profile);
  edited.groups[0].rules[0].points = 40;
  await time('an edit of points, previewed over all', () => service.methods.simulate(run, edited, 30));
  edited.groups[0].rules[3].when = { field: 'company.about', op: 'contains', value: ['logist'] };
  await time('an edit of a condition, previewed over all', () => service.methods.simulate(run, edited, 30));
  service.close();
  return times;
};`;

/** Scores of a book, firms and as many people, in the real database of the browser. */
export const scoresPart: Part = {
  name: 'scores',
  title: 'Scores in the book',
  about: 'scores books of 1,000, 10,000 and 100,000 leads as the worker does',
  measure: async ({ extension }) => ({
    figures: await measureGrowth(extension, source, {
      'tier and reasons of 50 leads, median': { ceiling: 20 },
      'read them and weigh 50 rules': { growth: 1.2 },
      'first scores, worked out and written': { growth: 1.2 },
      '50 rules published: all scored anew and written': { growth: 1.2 },
      'an edit of points, previewed over all': { ceiling: 300 },
      'an edit of a condition, previewed over all': { ceiling: 300 },
    }),
  }),
};
