import { companyKeys } from '../domain/lead-keys.ts';
import type { Company } from '../domain/schema/lead.ts';
import { readExample } from '../scoring/example-line.ts';
import type { ScoreInput } from '../scoring/input.ts';
import type { Book } from './book.ts';
import { hiddenBatches, isVisible } from './rows.ts';
import { scoreInputs } from './score-input.ts';
import { read } from './transact.ts';

/** A pasted line with what is known of it: the lead of the book that it means, else what the line itself tells. */
export type Example = { line: string; input: ScoreInput; leadId?: string };

/** The company of the book that a line means: by its domain, else by its name. */
async function leadsMeant(book: Book, companies: readonly Company[]): Promise<(string | undefined)[]> {
  return read(book, ['companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const store = tx.objectStore('companies');
    const first = async (index: 'domain' | 'firm', key: string | undefined) => {
      const rows = key === undefined || key === '' ? [] : await store.index(index).getAll(key, 5);
      return rows.find((row) => isVisible(row, hidden))?.id;
    };
    return Promise.all(
      companies.map(async (company) => {
        const { domain, firm } = companyKeys(company);
        return (await first('domain', domain)) ?? first('firm', firm);
      }),
    );
  });
}

/**
 * Reads pasted customers, one a line. In: the lines. Out: each with the lead of the book that it means, else with what the line
 * tells; in their order. Throws `BookError`.
 */
export async function findExamples(book: Book, lines: readonly string[]): Promise<Example[]> {
  const read = lines.map((line, at) => ({ line, input: readExample(line, `example-${at}`) }));
  const ids = await leadsMeant(
    book,
    read.map(({ input }) => input.lead as Company),
  );
  const inputs = await scoreInputs(
    book,
    ids.filter((id) => id !== undefined),
  );
  return read.map((example, at) => {
    const leadId = ids[at];
    const input = leadId === undefined ? undefined : inputs.get(leadId);
    return input && leadId !== undefined ? { ...example, input, leadId } : example;
  });
}
