import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { ExportButton } from '../exchange/export-button.tsx';
import { type LeadFilter, type LeadSort, useLeads } from '../hooks/use-leads.ts';
import { useWide } from '../hooks/use-wide.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Segments } from '../ui/segments.tsx';
import { attempt, removeLeads } from './act.ts';
import { LeadDetailLater, useDetailAhead } from './lead-detail-later.tsx';
import { filterCount, LeadFilters, LeadSorting } from './lead-filters.tsx';
import { LeadList } from './lead-list.tsx';
import { NoLeads } from './no-leads.tsx';
import { openFirst } from './open-first.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useRemembered } from './use-remembered.ts';
import { useSelection } from './use-selection.ts';

type Opened = { id: string; edit: boolean };

/** The list of people and companies that are kept, and one of them in full. In: a lead asked for from elsewhere, told once it is opened. */
export function LeadsView({ asked, onShown }: { asked?: string | undefined; onShown?: () => void }) {
  const [kind, setKind] = useRemembered<Lead['kind']>('kind', 'person');
  const [text, setText] = useRemembered('text', '');
  const [filter, setFilter] = useRemembered<LeadFilter>('filter', {});
  const [sort, setSort] = useRemembered<LeadSort>('sort', { by: 'updatedAt', descending: true });
  const [active, setActive] = useRemembered('active', 0);
  const [opened, setOpened] = useRemembered<Opened | undefined>('opened', undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (asked === undefined) return;
    setOpened({ id: asked, edit: false });
    onShown?.();
  }, [asked, onShown, setOpened]);
  const leads = useLeads({ kind, text: text.trim(), filter, sort });
  const selection = useSelection(leads.idsOf);
  const searchField = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const total = leads.total ?? 0;
  const narrowed = text.trim() !== '' || filterCount(filter) > 0;

  const toTop = () => {
    setActive(0);
    listRef.current?.scrollTo({ top: 0 });
  };
  const search = (next: string) => {
    setText(next);
    toTop();
  };
  const { clear } = selection;
  const remove = async (ids: string[]) => {
    if (busy) return;
    setBusy(true);
    if (await removeLeads(ids)) clear();
    setBusy(false);
  };
  const isOpen = opened !== undefined;
  // Beside the open lead the list stays at hand; in a single column the lead lies over it.
  const wide = useWide();
  const covered = isOpen && !wide;
  useDetailAhead(leads.current);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The list can take the focus only once it is no longer inert.
    if (wasOpen.current && !isOpen) listRef.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(() => {
    if (total > 0) setActive((index) => Math.min(index, total - 1));
  }, [total, setActive]);

  const onSearchKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') listRef.current?.focus();
    else if (event.key === 'Enter') openFirst(searchField, leads, (id) => setOpened({ id, edit: false }));
    else if (event.key === 'Escape' && text !== '') search('');
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    // Wherever in the panel the focus is: `/` searches, an arrow down enters the list, Esc leaves the detail view.
    const onKey = (event: globalThis.KeyboardEvent) => {
      const within = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (within('input, textarea, select, [role=menu], [role=dialog], article')) return;
      if (isOpen && event.key === 'Escape') setOpened(undefined);
      else if (covered) return;
      else if (event.key === '/') searchField.current?.focus();
      else if (event.key === 'ArrowDown' && !within('[aria-haspopup]')) listRef.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen, covered, setOpened]);
  const step = (by: number) => {
    // An edit may have moved it to the top of the list meanwhile.
    const here = opened && leads.indexOf(opened.id);
    const lead = here === undefined ? undefined : leads.rowAt(here + by);
    if (!lead || here === undefined) return undefined;
    return () => {
      setActive(here + by);
      setOpened({ id: lead.id, edit: false });
    };
  };

  const found = useDeferredValue(narrowed && leads.current ? i18n.t('leads.matches', total) : '');
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col" inert={covered}>
        <div className="flex h-9 shrink-0 items-center gap-0.5 ps-2 pe-1">
          <Segments
            label={i18n.t('leads.kind')}
            value={kind}
            options={[
              { value: 'person', text: i18n.t('leads.people'), ...(leads.counts && { count: leads.counts.people }) },
              {
                value: 'company',
                text: i18n.t('leads.companies'),
                ...(leads.counts && { count: leads.counts.companies }),
              },
            ]}
            onChange={(next) => {
              setKind(next);
              setFilter({});
              clear();
              toTop();
            }}
          />
          <span className="flex-1" />
          <LeadFilters
            filter={filter}
            facets={leads.facets}
            onChange={(next) => {
              setFilter(next);
              toTop();
            }}
          />
          <LeadSorting
            sort={sort}
            withCompany={kind === 'person'}
            onChange={(next) => {
              setSort(next);
              toTop();
            }}
          />
          <ExportButton
            kind={kind}
            counts={leads.counts}
            shown={narrowed ? { count: total, ids: () => leads.idsOf(0, Math.max(0, total - 1)) } : undefined}
            selected={selection.ids}
          />
        </div>
        <div className="relative shrink-0 border-b border-line px-2 pb-2">
          <Input
            ref={searchField}
            type="search"
            aria-label={i18n.t('leads.searchLabel')}
            aria-keyshortcuts="/"
            placeholder={i18n.t('leads.search')}
            value={text}
            onChange={(event) => search(event.target.value)}
            onKeyDown={onSearchKey}
          />
          <span role="status" className="pointer-events-none absolute end-9 top-1.5 bg-raised ps-2 text-sm text-soft">
            {found}
          </span>
        </div>
        {leads.failure ? (
          <p role="alert" className="flex flex-col items-start gap-2 p-3">
            {i18n.t('leads.failed', [leads.failure.detail])}
            <Button onClick={leads.retry}>{i18n.t('leads.retry')}</Button>
          </p>
        ) : leads.total === undefined ? null : total === 0 && leads.current ? (
          <NoLeads kind={kind} text={text} filtered={filterCount(filter) > 0} onSearch={search} onFilter={setFilter} />
        ) : (
          <LeadList
            label={kind === 'person' ? i18n.t('leads.people') : i18n.t('leads.companies')}
            leads={leads}
            total={total}
            selection={selection}
            active={active}
            onActive={setActive}
            onOpen={(id, edit) => setOpened({ id, edit })}
            onDelete={(ids) => void attempt(() => remove(ids))}
            onLeave={(how) => (how === 'search' || selection.ids.size === 0 ? searchField.current?.focus() : clear())}
            listRef={listRef}
          />
        )}
        {selection.ids.size > 0 && (
          <SelectionBar
            kind={kind}
            counts={leads.counts}
            busy={busy}
            selected={selection.ids}
            tags={leads.facets?.tags.map((tag) => tag.value) ?? []}
            onDelete={() => void attempt(() => remove([...selection.ids]))}
            onClear={clear}
          />
        )}
      </div>
      {opened && (
        <div className={wide ? 'relative w-[min(48%,44rem)] shrink-0 border-s border-line' : 'absolute inset-0'}>
          <LeadDetailLater
            key={opened.id}
            id={opened.id}
            edit={opened.edit}
            onBack={() => setOpened(undefined)}
            onOpen={(id) => setOpened({ id, edit: false })}
            onStep={{ previous: step(-1), next: step(1) }}
          />
        </div>
      )}
    </div>
  );
}
