import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type TableLayout, type TableView, type TableViews, viewActions } from '../hooks/use-views.ts';
import { attempt } from '../leads/act.ts';
import { useRemembered } from '../leads/use-remembered.ts';
import { firstColumns } from './columns.ts';

type Kind = Lead['kind'];
type Standing = { viewId: string | undefined; layout: TableLayout };

/** The table as a new book has it. */
export const firstLayout = (kind: Kind): TableLayout => ({
  columns: firstColumns[kind].map((id) => ({ id })),
  pinned: ['name'],
  sort: [{ by: 'updatedAt', descending: true }],
  filter: {},
});

/** A view without its name: how the table stands in it. */
const layoutOf = ({ id: _id, name: _name, kind: _kind, ...layout }: TableView): TableLayout => layout;

function startOf(views: TableViews, kind: Kind): Standing {
  const view = views.views.find(({ id }) => id === views.first[kind]);
  if (view) return { viewId: view.id, layout: layoutOf(view) };
  return { viewId: undefined, layout: views.usual[kind] ?? firstLayout(kind) };
}

/**
 * How the table of a kind stands: by the view that was chosen, else as it was left. In: the kind, the views kept. Out: the
 * layout, the view it came from and whether it differs from it, the ways to change it and to choose a view.
 */
export function useTableLayout(kind: Kind, views: TableViews) {
  const [standings, setStandings] = useRemembered<Partial<Record<Kind, Standing>>>('table.standings', {});
  // The same for as long as nothing changes: what is drawn of it is drawn once.
  const start = useMemo(() => startOf(views, kind), [views, kind]);
  const standing = standings[kind] ?? start;
  const view = views.views.find(({ id }) => id === standing.viewId);
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<() => void>(undefined);

  // Without a view the table is found again as it was left; what it was narrowed to is not kept.
  const keepUsual = useCallback((of: Kind, layout: TableLayout) => {
    clearTimeout(soon.current);
    const keep = () => {
      unsaved.current = undefined;
      void attempt(() => viewActions.keepUsual(of, { ...layout, filter: {} }));
    };
    unsaved.current = keep;
    soon.current = setTimeout(keep, 800);
  }, []);
  useEffect(
    () => () => {
      clearTimeout(soon.current);
      unsaved.current?.();
    },
    [],
  );

  const change = (to: (layout: TableLayout) => TableLayout) =>
    setStandings((all) => {
      const before = all[kind] ?? standing;
      const layout = to(before.layout);
      if (layout === before.layout) return all;
      if (before.viewId === undefined) keepUsual(kind, layout);
      return { ...all, [kind]: { ...before, layout } };
    });
  const choose = (chosen: TableView | undefined) =>
    setStandings((all) => ({
      ...all,
      [kind]: chosen
        ? { viewId: chosen.id, layout: layoutOf(chosen) }
        : { viewId: undefined, layout: views.usual[kind] ?? firstLayout(kind) },
    }));
  return {
    layout: standing.layout,
    view,
    isChanged: view !== undefined && JSON.stringify(layoutOf(view)) !== JSON.stringify(standing.layout),
    change,
    choose,
  };
}
