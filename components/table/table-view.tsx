import { ListFilterPlusIcon } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../lib/domain/schema/stage.ts';
import { ExportButton } from '../exchange/export-button.tsx';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { useNeighbours, useTableFigures, useTableRows, useWarmColumns } from '../hooks/use-table.ts';
import type { TableViews } from '../hooks/use-views.ts';
import { attempt, removeLeads } from '../leads/act.ts';
import { LeadDetailLater, useDetailAhead } from '../leads/lead-detail-later.tsx';
import { filterCount, LeadFilters } from '../leads/lead-filters.tsx';
import { NoLeads } from '../leads/no-leads.tsx';
import { openFirst } from '../leads/open-first.ts';
import { SelectionBar } from '../leads/selection-bar.tsx';
import { useRemembered } from '../leads/use-remembered.ts';
import { useSelection } from '../leads/use-selection.ts';
import { useSubject } from '../palette/subject.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Segments } from '../ui/segments.tsx';
import { Still } from '../ui/still.tsx';
import { tableColumns } from './columns.ts';
import { ColumnsButton } from './columns-button.tsx';
import { addFilter, FilterBar } from './filter-bar.tsx';
import { layLines } from './group-rows.ts';
import { groupingOf } from './grouping.ts';
import { SearchField } from './search-field.tsx';
import { type Spot, TableGrid } from './table-grid.tsx';
import { useColumns } from './use-columns.ts';
import { useTableLayout } from './use-table-layout.ts';
import { useTableShortcuts } from './use-table-shortcuts.ts';
import { ViewsMenu } from './views-menu.tsx';

const usualSort = [{ by: 'updatedAt', descending: true }];
/** Columns that are mostly sorted by and take longest to be put in order. */
const warmColumns = ['name', 'company', 'emails'];

/** The table with its tools. In: the views kept, the lead that is open over it, the way to open one and back. */
export function TableView({
  views,
  opened,
  onOpen,
}: {
  views: TableViews;
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const [kind, setKind] = useRemembered<Lead['kind']>('table.kind', 'person');
  const [text, setText] = useRemembered('table.text', '');
  const [spot, setSpot] = useRemembered<Spot>('table.spot', { line: 0, column: 'name' });
  const [closed, setClosed] = useRemembered<ReadonlySet<string>>('table.closed', new Set());
  const [openFilter, setOpenFilter] = useState<number>();
  const [busy, setBusy] = useState(false);
  const [pipeline = firstPipeline] = useSetting('pipeline');
  const { fields } = useOwnFields();
  const offered = useMemo(() => tableColumns(kind, fields), [kind, fields]);
  const byId = useMemo(() => new Map(offered.map((column) => [column.id, column])), [offered]);
  const standing = useTableLayout(kind, views);
  const { layout, change } = standing;
  const { sort, filter } = layout;
  const grouping = groupingOf(layout);
  const isGrouped = grouping.length > 0;
  const columns = useColumns(offered, layout, change);
  const rows = useTableRows({
    kind,
    text: text.trim(),
    filter,
    sort: sort.length > 0 ? sort : usualSort,
    ...(isGrouped && { groupBy: grouping }),
  });
  const { counts, facets } = useTableFigures(kind);
  useWarmColumns(kind, warmColumns, rows.current);
  const total = rows.total ?? 0;
  const lines = useMemo(
    () => layLines(isGrouped ? rows.groups : undefined, total, closed),
    [rows.groups, isGrouped, total, closed],
  );
  const selection = useSelection(rows.idsOf);
  const { clear } = selection;
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const narrowed = text.trim() !== '' || filterCount(filter) > 0;
  const isOpen = opened !== undefined;
  const neighbours = useNeighbours(opened, rows);
  useDetailAhead(rows.current);

  const toTop = () => {
    setSpot(({ column }) => ({ line: 0, column }));
    grid.current?.scrollTo({ top: 0 });
  };
  const remove = async (ids: string[]) => {
    if (busy) return;
    setBusy(true);
    if (await removeLeads(ids)) clear();
    setBusy(false);
  };
  useTableShortcuts({ isOpen, search, grid, onBack: () => onOpen(undefined) });
  useEffect(() => {
    if (lines.count > 0) setSpot((at) => (at.line < lines.count ? at : { ...at, line: lines.count - 1 }));
  }, [lines.count, setSpot]);
  // Without a selection commands are about the lead that has the keys.
  const here = spot.line >= 0 && spot.line < lines.count ? lines.at(spot.line) : undefined;
  const hereId = here && 'offset' in here ? rows.rowAt(here.offset)?.id : undefined;
  useSubject(
    useMemo(() => {
      const ids = selection.ids.size > 0 ? [...selection.ids] : hereId === undefined ? [] : [hereId];
      return { kind, ids, isOpen: false };
    }, [kind, selection.ids, hereId]),
  );
  const filterBy = (id: string) => {
    const column = byId.get(id);
    if (!column) return;
    const added = addFilter(layout, column);
    change(() => added.layout);
    setOpenFilter(added.at);
  };

  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col" inert={isOpen}>
        <div className="flex shrink-0 flex-wrap items-center gap-x-1 gap-y-1.5 px-3 py-2">
          <Still by={[kind, counts, clear]}>
            {() => (
              <Segments
                label={i18n.t('leads.kind')}
                value={kind}
                options={[
                  { value: 'person', text: i18n.t('leads.people'), ...(counts && { count: counts.people }) },
                  { value: 'company', text: i18n.t('leads.companies'), ...(counts && { count: counts.companies }) },
                ]}
                onChange={(next) => {
                  setKind(next);
                  clear();
                  toTop();
                }}
              />
            )}
          </Still>
          <Still by={[kind, views, standing.view, layout, standing.isChanged]}>
            {() => <ViewsMenu kind={kind} views={views} standing={standing} />}
          </Still>
          <SearchField
            ref={search}
            text={text}
            found={narrowed && rows.current ? total : undefined}
            onText={(next) => {
              setText(next);
              toTop();
            }}
            onEnter={() => openFirst(search, rows, onOpen)}
            onDown={() => grid.current?.focus()}
          />
          <Still by={[kind, layout, facets]}>
            {() => (
              <LeadFilters
                filter={filter}
                facets={facets}
                onChange={(next) => {
                  change((before) => ({ ...before, filter: next }));
                  toTop();
                }}
              />
            )}
          </Still>
          <Still by={[offered, layout]}>
            {() => (
              <Menu trigger={<IconButton icon={ListFilterPlusIcon} label={i18n.t('table.filterAdd')} />}>
                {offered.map((column) => (
                  <MenuItem key={column.id} onSelect={() => filterBy(column.id)}>
                    {column.label}
                  </MenuItem>
                ))}
              </Menu>
            )}
          </Still>
          <Still by={[offered, layout, columns.placed]}>
            {() => <ColumnsButton offered={offered} layout={layout} columns={columns} />}
          </Still>
          <ExportButton
            kind={kind}
            counts={counts}
            shown={narrowed ? { count: total, ids: () => rows.idsOf(0, Math.max(0, total - 1)) } : undefined}
            selected={selection.ids}
          />
        </div>
        <Still by={[kind, byId, layout, pipeline, openFilter]}>
          {() => (
            <FilterBar
              kind={kind}
              byId={byId}
              layout={layout}
              pipeline={pipeline}
              change={change}
              open={openFilter}
              onOpen={setOpenFilter}
            />
          )}
        </Still>
        {rows.failure ? (
          <p role="alert" className="flex flex-col items-start gap-2 p-3">
            {i18n.t('leads.failed', [rows.failure.detail])}
            <Button onClick={rows.retry}>{i18n.t('leads.retry')}</Button>
          </p>
        ) : rows.total === undefined ? (
          <p role="status" className="p-3 text-soft">
            {i18n.t('leads.loading')}
          </p>
        ) : total === 0 && rows.current ? (
          <NoLeads
            kind={kind}
            text={text}
            filtered={filterCount(filter) > 0}
            onSearch={setText}
            onFilter={(next) => change((before) => ({ ...before, filter: next }))}
          />
        ) : (
          <TableGrid
            label={kind === 'person' ? i18n.t('leads.people') : i18n.t('leads.companies')}
            rows={rows}
            lines={lines}
            columns={columns}
            byId={byId}
            layout={layout}
            change={change}
            pipeline={pipeline}
            selection={selection}
            spot={spot}
            onSpot={setSpot}
            onGroup={(path) =>
              setClosed((before) => {
                const next = new Set(before);
                if (!next.delete(path)) next.add(path);
                return next;
              })
            }
            onGroups={(how) => {
              setClosed(how === 'close' ? new Set(lines.paths) : new Set());
              toTop();
            }}
            onOpen={onOpen}
            onDelete={(ids) => void attempt(() => remove(ids))}
            onLeave={(how) => (how === 'search' || selection.ids.size === 0 ? search.current?.focus() : clear())}
            onFilter={filterBy}
            gridRef={grid}
          />
        )}
        {selection.ids.size > 0 && (
          <SelectionBar
            kind={kind}
            counts={counts}
            busy={busy}
            selected={selection.ids}
            tags={facets?.tags.map((tag) => tag.value) ?? []}
            onDelete={() => void attempt(() => remove([...selection.ids]))}
            onClear={clear}
          />
        )}
      </div>
      {opened !== undefined && (
        <div className="absolute inset-0 z-10">
          <LeadDetailLater
            key={opened}
            id={opened}
            edit={false}
            isPage
            onBack={() => onOpen(undefined)}
            onOpen={onOpen}
            onStep={{
              previous: neighbours?.previous === undefined ? undefined : () => onOpen(neighbours.previous),
              next: neighbours?.next === undefined ? undefined : () => onOpen(neighbours.next),
            }}
          />
        </div>
      )}
    </div>
  );
}
