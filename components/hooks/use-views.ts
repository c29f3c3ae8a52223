import type { TableLayout, TableView, TableViews } from '../../lib/domain/schema/view.ts';
import { openBook } from '../../lib/storage/book.ts';
import { changeViews, getViews } from '../../lib/storage/views.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { TableLayout, TableView, TableViews };

const meta: readonly Store[] = ['meta'];

/** The views of the table, kept up with the book. Out: them once they are read, what went wrong. */
export function useViews() {
  const { value: views, failure } = useFromBook<TableViews>('', getViews, meta);
  return { views, failure };
}

type Kind = TableView['kind'];
const change = async (to: (views: TableViews) => TableViews) => changeViews(await openBook(), to);
const others = (views: readonly TableView[], id: string) => views.filter((one) => one.id !== id);

/** What can be done to views. Each resolves with how they were before, once it is stored; else it rejects. */
export const viewActions = {
  /** Keeps a view: a new one at the end, a changed one in its place. */
  save: (view: TableView) =>
    change((kept) => {
      const at = kept.views.findIndex(({ id }) => id === view.id);
      return { ...kept, views: at < 0 ? [...kept.views, view] : kept.views.with(at, view) };
    }),
  remove: (id: string) =>
    change((kept) => ({
      ...kept,
      views: others(kept.views, id),
      first: Object.fromEntries(Object.entries(kept.first).filter(([, first]) => first !== id)),
    })),
  /** The table of this kind opens with it; with none given, as it was left. */
  openWith: (kind: Kind, id: string | undefined) =>
    change(({ first, ...kept }) => {
      const { [kind]: _before, ...rest } = first;
      return { ...kept, first: id === undefined ? rest : { ...rest, [kind]: id } };
    }),
  /** How the table of this kind stands where no view is chosen. */
  keepUsual: (kind: Kind, layout: TableLayout) =>
    change((kept) => ({ ...kept, usual: { ...kept.usual, [kind]: layout } })),
  putBack: (views: TableViews) => change(() => views),
};
