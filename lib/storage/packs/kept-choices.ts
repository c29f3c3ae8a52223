import { isSameValue } from '../../domain/diff-leads.ts';
import { flattenLead } from '../../domain/flat-lead.ts';
import { namedStep } from '../../domain/pack-lead.ts';
import type { Book } from '../book.ts';
import type { PackActionChoice } from '../book-schema.ts';
import { findRow, hiddenBatches, isVisible, toLead } from '../rows.ts';
import { read } from '../transact.ts';
import type { PackPlan } from './plan-pack.ts';

/** More than this nobody looks through. */
const most = 200;

/** The choices of a pack as its action keeps them: those first that changed a value here. */
export function choicesToKeep({ rows }: PackPlan): PackActionChoice[] {
  const all = rows.flatMap(({ id, choices }) => choices.map((choice) => ({ leadId: id, ...choice })));
  const of = (chosen: PackActionChoice['chosen']) => all.filter((choice) => choice.chosen === chosen);
  return [...of('theirs'), ...of('ours')].slice(0, most);
}

/** A choice that was made, of a lead that is there: whose value stands by now, where it is one of the two. */
export type KeptChoice = PackActionChoice & { name: string; stands?: 'ours' | 'theirs' };

/** The choices that were made with a pack. In: its action. Throws `BookError`. */
export function keptChoices(book: Book, actionId: string): Promise<KeptChoice[]> {
  return read(book, ['actions', 'people', 'companies'], async (tx) => {
    const [action, hidden] = await Promise.all([tx.objectStore('actions').get(actionId), hiddenBatches(tx)]);
    const told = (action?.pack?.choices ?? []).map(async (choice): Promise<KeptChoice[]> => {
      const row = await findRow(tx, choice.leadId);
      if (!row || !isVisible(row, hidden)) return [];
      const lead = toLead(row);
      const step = choice.field === 'nextStep' && lead.nextStep;
      const now = step ? namedStep(lead.id, step) : flattenLead(lead)[choice.field];
      // Where somebody with a company stands is said of the company: their own value is none that another could take the place of.
      const isOfCompany =
        lead.kind === 'person' && lead.companyId !== undefined && /^(?:outcome|pipelineStage)/.test(choice.field);
      const stands = isOfCompany
        ? undefined
        : (['ours', 'theirs'] as const).find((side) => isSameValue(now, choice[side]));
      return [{ ...choice, name: lead.name ?? lead.emails[0] ?? '', ...(stands && { stands }) }];
    });
    return (await Promise.all(told)).flat();
  });
}
