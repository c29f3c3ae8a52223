import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { inRem } from '../ui/rem.ts';

const pageSize = 200;
const rowHeight = inRem(44);

type Page<T> = (offset: number, limit: number) => Promise<{ rows: T[] }>;

/** Rows of a worker's list, a page at a time as they come into sight. Give it a key: another list begins anew. */
export function PagedRows<T>({
  label,
  total,
  page,
  children,
}: {
  label: string;
  total: number;
  page: Page<T>;
  children: (row: T) => ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<Map<number, T>>(new Map());
  const asked = useRef(new Set<number>());
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const latest = useRef(page);
  latest.current = page;
  const want = useCallback((first: number, last: number) => {
    for (let at = Math.floor(first / pageSize); at <= Math.floor(last / pageSize); at++) {
      if (asked.current.has(at)) continue;
      asked.current.add(at);
      const put = ({ rows: fresh }: { rows: T[] }) => {
        if (!gone.current)
          setRows((before) => new Map([...before, ...fresh.map((row, i) => [at * pageSize + i, row] as const)]));
      };
      // The worker that was closed answers no more; what made it fail is told of by whoever started it.
      latest.current(at * pageSize, pageSize).then(put, () => asked.current.delete(at));
    }
  }, []);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = list.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(first, last), [want, first, last]);
  return (
    <section
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      aria-label={label}
      className="focus-inner min-h-0 flex-1 overflow-y-auto"
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
              {row !== undefined && children(row)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
