import type { LeadSource } from '../domain/schema/lead.ts';
import { sourceKey } from '../work/source-yield.ts';
import type { Book } from './book.ts';
import { type Action, changeLeads } from './edit.ts';
import { readRows } from './read-leads.ts';
import { changeSetting } from './settings.ts';
import { tell, type WriteTx, write } from './transact.ts';

const isOf = (source: LeadSource): ((one: LeadSource | undefined) => boolean) => {
  const key = sourceKey(source);
  return (one) => one !== undefined && sourceKey(one) === key;
};

/** Ids of all leads that were met in a way, however its name is cased. In: the book, the source. Throws `BookError`. */
async function idsOfSource(book: Book, source: LeadSource): Promise<string[]> {
  const ids: string[] = [];
  const isMet = isOf(source);
  for (const kind of ['company', 'person'] as const)
    await readRows(book, kind, (rows) => {
      for (const { id, leadSource } of rows) if (isMet(leadSource)) ids.push(id);
    });
  return ids;
}

/**
 * Gives one of the user's sources another name or group; who was met that way keeps being met that way. In: the source as it
 * is and as it is to be, the time. Out: the action, which takes the leads back; `moveSourceBack` the setting. Throws `BookError`.
 */
export async function moveSource(book: Book, from: LeadSource, to: LeadSource, now: number): Promise<Action> {
  const isMet = isOf(from);
  const action = await changeLeads(
    book,
    await idsOfSource(book, from),
    now,
    { cause: 'edit', change: (lead) => (isMet(lead.leadSource) ? { ...lead, leadSource: to } : lead) },
    (tx) => inSettings(tx, from, to),
  );
  tell({ stores: ['meta'] });
  return action;
}

/** Gives a source of the user's its former name and group again, where it is still there. In: as in `moveSource`. Throws `BookError`. */
export async function moveSourceBack(book: Book, from: LeadSource, to: LeadSource): Promise<void> {
  await write(book, ['meta'], (tx) => inSettings(tx, to, from));
  tell({ stores: ['meta'] });
}

const inSettings = (tx: WriteTx, from: LeadSource, { group, name }: LeadSource): Promise<void> =>
  changeSetting(tx, 'sources', (sources) => {
    const at = sources.findIndex(isOf(from));
    return sources.map((source, place) => (place === at ? { ...source, group, name } : source));
  });
