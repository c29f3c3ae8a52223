import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { DifferencePage, DifferenceQuery } from '../hooks/use-backup-work.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { changedWord } from '../leads/changed-word.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { inRem } from '../ui/rem.ts';

type Row = DifferencePage['rows'][number];
type Ticks = { ticked: ReadonlySet<string>; tick: (id: string, on: boolean) => void };
type Page = (query: DifferenceQuery) => Promise<DifferencePage>;

const pageSize = 200;
const rowHeight = inRem(44);

/** The leads that differ, a page at a time as they come into sight. Made anew for each query. */
export function DifferenceList({
  query,
  page,
  ticks,
}: {
  query: Omit<DifferenceQuery, 'offset' | 'limit'>;
  page: Page;
  ticks?: Ticks;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<ReadonlyMap<number, Row>>(new Map());
  const [total, setTotal] = useState<number>();
  const asked = useRef(new Set<number>());
  const list = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = list.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / pageSize);
  const last = Math.floor((items.at(-1)?.index ?? 0) / pageSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew for each query
  useEffect(() => {
    for (let at = first; at <= last; at++) {
      if (asked.current.has(at)) continue;
      asked.current.add(at);
      void page({ ...query, offset: at * pageSize, limit: pageSize }).then((found) => {
        setTotal(found.total);
        setRows((before) => new Map([...before, ...found.rows.map((row, i) => [at * pageSize + i, row] as const)]));
      });
    }
  }, [first, last]);
  if (total === 0) return <p className="min-h-0 flex-1 px-4 text-soft">{i18n.t('backup.nothing')}</p>;
  return (
    <section
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      aria-label={i18n.t('backup.differences')}
      className="focus-inner min-h-0 flex-1 overflow-y-auto border-t border-line"
    >
      <ol className="relative" style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.get(index);
          return (
            <li
              key={index}
              aria-posinset={index + 1}
              aria-setsize={total}
              className="absolute inset-x-0 top-0 flex items-center gap-3 border-b border-line px-4"
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {row && <Difference row={row} {...(ticks && { ticks })} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Difference({ row, ticks }: { row: Row; ticks?: Ticks }) {
  const name = row.name || i18n.t('leads.noName');
  const { fields } = useOwnFields();
  const changed = row.fields.flatMap((field) => changedWord(field, fields) ?? []);
  const notes = row.state === 'changed' ? [...new Set(changed)].join(', ') : row.more;
  return (
    <>
      {ticks && (
        <Checkbox
          aria-label={i18n.t('backup.tick', [name])}
          checked={ticks.ticked.has(row.id)}
          onChange={(event) => ticks.tick(row.id, event.target.checked)}
        />
      )}
      <span className="flex min-w-0 flex-1 flex-col" title={[name, notes].filter(Boolean).join('\n')}>
        <span className="truncate">{name}</span>
        {notes !== '' && <span className="truncate text-sm text-soft">{notes}</span>}
      </span>
      <span className="shrink-0 text-sm text-soft">{i18n.t(`backup.stateOf.${row.state}`)}</span>
    </>
  );
}
