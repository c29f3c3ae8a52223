import { XIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { ExportChoiceFields } from '../exchange/export-choice.tsx';
import { useBook } from '../hooks/use-book.ts';
import { useExportChoice } from '../hooks/use-export.ts';
import { openShortcuts, siteName, useAbout, useSites } from '../hooks/use-sites.ts';
import { hostOf, useSitesReading } from '../hooks/use-sites-reading.ts';
import { useBatch } from '../hooks/use-tray-batch.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { SourceSettings } from '../work/source-settings.tsx';
import { WorkSettingsSection } from '../work/work-settings.tsx';
import { Mailboxes } from './mailboxes.tsx';
import { OwnFields } from './own-fields.tsx';
import { Section } from './section.tsx';
import { TaughtLists } from './taught-lists.tsx';

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
const sayFailed = (cause: unknown) => sayError(i18n.t('settings.failed', [reason(cause)]));

/** What the user can choose, on one page. */
export function SettingsView() {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <p className="border-b border-line px-3 py-3 text-balance">{i18n.t('settings.promise')}</p>
      <Sites />
      <Mailboxes />
      <OwnFields />
      <WorkSettingsSection />
      <SourceSettings />
      <TaughtLists />
      <ExportDefaults />
      <Owner />
      <About />
    </div>
  );
}

function Site({ name, onRemove }: { name: string; onRemove: () => Promise<boolean> }) {
  const remove = () =>
    onRemove().then((done) => {
      if (done) say(i18n.t('settings.removed', [name]));
      else sayError(i18n.t('settings.notAllowed'));
    }, sayFailed);
  return (
    <li className="flex min-h-7 items-center">
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <IconButton
        icon={XIcon}
        size="small"
        label={i18n.t('settings.removeSite', [name])}
        onClick={() => void remove()}
      />
    </li>
  );
}

function Sites() {
  const { sites, all, remove, allowAll, removeAll } = useSites();
  const allow = () =>
    allowAll().then((done) => {
      if (!done) sayError(i18n.t('settings.notAllowed'));
    }, sayFailed);
  return (
    <Section title={i18n.t('settings.sites')}>
      <p className="text-soft">{i18n.t('settings.sitesHint')}</p>
      {sites !== undefined && (
        <ul>
          {all && <Site name={i18n.t('settings.allSites')} onRemove={removeAll} />}
          {sites.map((pattern) => (
            <Site key={pattern} name={siteName(pattern)} onRemove={() => remove(pattern)} />
          ))}
          {!all && sites.length === 0 && <li>{i18n.t('settings.noSites')}</li>}
        </ul>
      )}
      {!all && (
        <Button className="self-start" onClick={() => void allow()}>
          {i18n.t('settings.allowAll')}
        </Button>
      )}
      {(all || (sites?.length ?? 0) > 0) && <Following />}
    </Section>
  );
}

/** Whether allowed sites are read without being asked each time, and where not. */
function Following() {
  const { reading, failure, choose } = useSitesReading();
  const [typed, setTyped] = useState('');
  if (failure) return <p role="alert">{i18n.t('settings.unknown', [failure.detail])}</p>;
  if (!reading) return null;
  const host = hostOf(typed);
  const add = () => {
    if (host === '' || reading.never.includes(host)) return;
    choose({ ...reading, never: [...reading.never, host] }).then(() => setTyped(''), sayFailed);
  };
  const drop = (site: string) => choose({ ...reading, never: reading.never.filter((other) => other !== site) });
  return (
    <>
      <label htmlFor="by-itself" className="flex min-h-6 items-center gap-2">
        <Checkbox
          id="by-itself"
          checked={reading.byItself}
          onChange={(event) => void choose({ ...reading, byItself: event.target.checked }).catch(sayFailed)}
        />
        {i18n.t('settings.byItself')}
      </label>
      {reading.byItself && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Field label={i18n.t('settings.never')}>
            {(props) => (
              <div className="flex gap-2">
                <Input {...props} value={typed} onChange={(event) => setTyped(event.target.value)} />
                <Button type="submit" disabled={host === ''}>
                  {i18n.t('settings.neverAdd')}
                </Button>
              </div>
            )}
          </Field>
          <ul>
            {reading.never.map((site) => (
              <li key={site} className="flex min-h-7 items-center">
                <span className="min-w-0 flex-1 truncate">{site}</span>
                <IconButton
                  icon={XIcon}
                  size="small"
                  label={i18n.t('settings.neverRemove', [site])}
                  onClick={() => void drop(site).catch(sayFailed)}
                />
              </li>
            ))}
          </ul>
        </form>
      )}
    </>
  );
}

function ExportDefaults() {
  const { choice, choose } = useExportChoice();
  return (
    <Section title={i18n.t('settings.export')}>
      <ExportChoiceFields choice={choice} onChange={(next) => void choose(next).catch(sayFailed)} />
    </Section>
  );
}

/** Who is set as owner of what is saved from now on: part of what is set once for a run of saves. */
function Owner() {
  const { book } = useBook();
  const { batch, change } = useBatch(book);
  const [typed, setTyped] = useState<string>();
  const keep = () => {
    if (typed === undefined || typed.trim() === (batch.owner ?? '')) return setTyped(undefined);
    const { owner: _before, ...rest } = batch;
    const owner = typed.trim();
    change(owner === '' ? rest : { ...rest, owner }).then(() => setTyped(undefined), sayFailed);
  };
  return (
    <Section title={i18n.t('settings.owner')}>
      <Field label={i18n.t('settings.owner')} hint={i18n.t('settings.ownerHint')}>
        {(props) => (
          <Input
            {...props}
            value={typed ?? batch.owner ?? ''}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
            }}
          />
        )}
      </Field>
    </Section>
  );
}

function About() {
  const { keys, version } = useAbout();
  return (
    <Section title={i18n.t('settings.keys')}>
      <p className="text-soft">
        {keys === '' ? i18n.t('settings.keysNone') : i18n.t('settings.keysNow', [keys ?? 'Alt+Shift+L'])}
      </p>
      <Button className="self-start" onClick={() => void openShortcuts().catch(sayFailed)}>
        {i18n.t('settings.openKeys')}
      </Button>
      <p className="pt-2 text-sm text-soft">{i18n.t('settings.version', [version])}</p>
    </Section>
  );
}
