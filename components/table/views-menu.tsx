import { ChevronDownIcon, TableIcon } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type TableView, type TableViews, viewActions } from '../hooks/use-views.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuLine } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { say } from '../ui/toast.tsx';
import { firstLayout, type useTableLayout } from './use-table-layout.ts';

type Standing = ReturnType<typeof useTableLayout>;

/** Says what was done to the views and offers to take it back. */
const done = (text: string, work: () => Promise<TableViews>) =>
  attempt(async () => {
    const before = await work();
    say(text, { label: i18n.t('leads.undo'), run: () => void attempt(() => viewActions.putBack(before)) });
  });

/** The named views: choose one, keep what was changed, make a new one, say which one comes first. */
export function ViewsMenu({ kind, views, standing }: { kind: Lead['kind']; views: TableViews; standing: Standing }) {
  const { view, layout, isChanged, choose, change } = standing;
  const [naming, setNaming] = useState(false);
  const own = views.views.filter((one) => one.kind === kind);
  const usualName = kind === 'person' ? i18n.t('table.allPeople') : i18n.t('table.allCompanies');
  const saveNew = async (name: string) => {
    const made: TableView = { ...layout, id: crypto.randomUUID(), name, kind };
    if (!(await done(i18n.t('table.viewSaved', [name]), () => viewActions.save(made)))) return;
    choose(made);
    setNaming(false);
  };
  const remove = async (gone: TableView) => {
    if (await done(i18n.t('table.viewDeleted', [gone.name]), () => viewActions.remove(gone.id))) choose(undefined);
  };
  const button = (
    <Button look="line" className="max-w-56">
      <TableIcon size={14} aria-hidden="true" className="shrink-0 text-soft" />
      <span className="truncate">{view?.name ?? usualName}</span>
      {isChanged && <span className="text-soft">{i18n.t('table.changed')}</span>}
      <ChevronDownIcon size={14} aria-hidden="true" className="shrink-0" />
    </Button>
  );
  if (naming)
    return (
      <Popover label={i18n.t('table.viewNew')} open onOpenChange={setNaming} trigger={button}>
        <NameForm onName={(name) => void saveNew(name)} />
      </Popover>
    );
  const isFirst = view !== undefined && views.first[kind] === view.id;
  return (
    <Menu align="start" trigger={button}>
      <MenuLabel>{i18n.t('table.views')}</MenuLabel>
      <MenuCheck checked={view === undefined} onSelect={() => choose(undefined)}>
        {usualName}
      </MenuCheck>
      {own.map((one) => (
        <MenuCheck key={one.id} checked={one.id === view?.id} onSelect={() => choose(one)}>
          {one.name}
        </MenuCheck>
      ))}
      <MenuLine />
      {view && isChanged && (
        <>
          <MenuItem
            onSelect={() =>
              void done(i18n.t('table.viewSaved', [view.name]), () => viewActions.save({ ...view, ...layout }))
            }
          >
            {i18n.t('table.viewKeep')}
          </MenuItem>
          <MenuItem onSelect={() => choose(view)}>{i18n.t('table.viewAsItWas')}</MenuItem>
        </>
      )}
      <MenuItem onSelect={() => setNaming(true)}>{i18n.t('table.viewNew')}</MenuItem>
      {view && (
        <MenuCheck
          checked={isFirst}
          onSelect={() => void attempt(() => viewActions.openWith(kind, isFirst ? undefined : view.id))}
        >
          {i18n.t('table.viewFirst')}
        </MenuCheck>
      )}
      {view && (
        <MenuItem danger onSelect={() => void remove(view)}>
          {i18n.t('table.viewDelete')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => change(() => firstLayout(kind))}>{i18n.t('table.reset')}</MenuItem>
    </Menu>
  );
}

function NameForm({ onName }: { onName: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <form className="flex gap-2" onSubmit={submit}>
      <Input
        aria-label={i18n.t('table.viewName')}
        placeholder={i18n.t('table.viewName')}
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={name.trim() === ''}>
        {i18n.t('table.save')}
      </Button>
    </form>
  );
}
