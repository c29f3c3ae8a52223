import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { DifferencePage, DifferenceQuery } from '../hooks/use-backup-work.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { changedWord } from '../leads/changed-word.ts';
import { valueText } from '../leads/words.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Popover } from '../ui/popover.tsx';
import { inRem } from '../ui/rem.ts';
import { sayError } from '../ui/toast.tsx';

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
      page({ ...query, offset: at * pageSize, limit: pageSize }).then(
        (found) => {
          setTotal(found.total);
          setRows((before) => new Map([...before, ...found.rows.map((row, i) => [at * pageSize + i, row] as const)]));
        },
        (cause: unknown) => {
          // Asked for again once it is scrolled to again.
          asked.current.delete(at);
          sayError(i18n.t('leads.actionFailed', [cause instanceof Error ? cause.message : String(cause)]));
        },
      );
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
  const changed = row.values.flatMap(({ field, ours, theirs }) => {
    const word = changedWord(field, fields);
    return word ? [{ field, word, ours: valueText(field, ours), theirs: valueText(field, theirs) }] : [];
  });
  const notes = row.state === 'changed' ? [...new Set(changed.map(({ word }) => word))].join(', ') : row.more;
  return (
    <>
      {ticks && (
        <Checkbox
          aria-label={i18n.t('backup.tick', [name])}
          checked={ticks.ticked.has(row.id)}
          onChange={(event) => ticks.tick(row.id, event.target.checked)}
        />
      )}
      <span className="flex min-w-0 flex-1 flex-col items-start" title={[name, notes].filter(Boolean).join('\n')}>
        <span className="max-w-full truncate">{name}</span>
        {changed.length > 0 ? (
          <Popover
            label={i18n.t('backup.valuesOf', [name])}
            trigger={
              <button
                type="button"
                className="max-w-full truncate text-start text-sm text-soft underline decoration-dotted underline-offset-2"
              >
                {changed.map(({ word, ours, theirs }) => `${word}: ${ours || '–'} → ${theirs || '–'}`).join(', ')}
              </button>
            }
          >
            <Values changed={changed} />
          </Popover>
        ) : (
          notes !== '' && <span className="max-w-full truncate text-sm text-soft">{notes}</span>
        )}
      </span>
      <span className="shrink-0 text-sm text-soft">{i18n.t(`backup.stateOf.${row.since ?? row.state}`)}</span>
    </>
  );
}

/** Field by field what stands in the book and what would come back. */
function Values({ changed }: { changed: { field: string; word: string; ours: string; theirs: string }[] }) {
  return (
    <dl className="flex max-h-80 flex-col gap-2 overflow-y-auto text-sm">
      {changed.map(({ field, word, ours, theirs }) => (
        <div key={field}>
          <dt className="font-medium">{word}</dt>
          <dd className="break-words">
            <span className="text-soft">{i18n.t('backup.inBook')}</span> {ours || '–'}
          </dd>
          <dd className="break-words">
            <span className="text-soft">{i18n.t('backup.inBackup')}</span> {theirs || '–'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
