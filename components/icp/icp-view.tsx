import { useCallback, useMemo } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { withOwnFields } from '../../lib/scoring/own-fields-of.ts';
import { WordHelp } from '../help/word-help.tsx';
import { useDraft } from '../hooks/use-draft.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { ProfileRefused, type Profiles, profileActions, useProfiles } from '../hooks/use-profiles.ts';
import { useSection } from '../hooks/use-section.ts';
import { attempt } from '../leads/act.ts';
import { useRemembered } from '../leads/use-remembered.ts';
import { Button } from '../ui/button.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { FileMenu, saveProfile } from './file-menu.tsx';
import { type Imported, ImportNotice } from './import-notice.tsx';
import { problemText } from './problem-words.ts';
import { ProfileChoice } from './profile-choice.tsx';
import type { Edit } from './rules-list.tsx';
import { RulesView } from './rules-view.tsx';
import { StartView } from './start-view.tsx';
import { TryView } from './try-view.tsx';
import { VersionsView } from './versions-view.tsx';

const pages = ['rules', 'try', 'versions', 'start'] as const;
type PageId = (typeof pages)[number];

const reason = (cause: unknown): string =>
  cause instanceof ProfileRefused
    ? cause.problems.map((problem) => problemText(problem)).join('; ')
    : cause instanceof Error
      ? cause.message
      : String(cause);
const sayFailed = (cause: unknown) => sayError(i18n.t('icp.notDone', [reason(cause)]));

/** The ideal customer: the rules in words, what a change would do, what was in force before, a first profile. */
export function IcpView() {
  const { profiles, failure, retry } = useProfiles();
  const [chosen, setChosen] = useRemembered<string | undefined>('icp.profile', undefined);
  if (failure)
    return (
      <p role="alert" className="flex flex-col items-start gap-2 p-4">
        {i18n.t('icp.failed', [failure.detail])}
        <Button onClick={retry}>{i18n.t('leads.retry')}</Button>
      </p>
    );
  if (!profiles) return <p className="p-4 text-soft">{i18n.t('panel.loading')}</p>;
  const { rows, activeId } = profiles;
  const row = rows.find(({ id }) => id === chosen) ?? rows.find(({ id }) => id === activeId) ?? rows[0];
  return row ? <Profile key={row.id} row={row} profiles={profiles} onChoose={setChosen} /> : null;
}

function Profile({ row, profiles, onChoose }: { row: ProfileRow; profiles: Profiles; onChoose: (id: string) => void }) {
  const { rest, go } = useSection('icp');
  const page = pages.find((one) => one === rest[0]) ?? 'rules';
  const to = useCallback((next: PageId) => go('icp', next), [go]);
  const own = useOwnFields();
  const known = useCallback(
    (profile: IcpProfile) =>
      withOwnFields(
        profile,
        own.fields,
        own.deleted.map(({ definition }) => definition.key),
      ),
    [own.fields, own.deleted],
  );
  const { draft: kept, edit: change, undo, redo, discard, settled } = useDraft(row, sayFailed);
  const draft = useMemo(() => kept && known(kept), [kept, known]);
  const shownRow = useMemo(() => ({ ...row, published: known(row.published) }), [row, known]);
  const edit: Edit = useCallback((work, step) => change((from) => work(known(from)), step), [change, known]);
  const [imported, setImported] = useRemembered<Imported | undefined>('icp.imported', undefined);

  /** Puts something in force; undone, what was in force before comes back, and the draft with it. */
  const putInForce = (work: () => Promise<IcpProfile>) =>
    attempt(async () => {
      await settled();
      const before = row.published.revision;
      try {
        const published = await work();
        to('rules');
        say(i18n.t('icp.published', [published.revision]), {
          label: i18n.t('icp.undo'),
          run: () =>
            void attempt(async () => {
              await profileActions.restore(row.id, before);
              if (draft) await profileActions.saveDraft(draft);
              say(i18n.t('icp.unpublished'));
            }),
        });
      } catch (cause) {
        if (!(cause instanceof ProfileRefused)) throw cause;
        sayFailed(cause);
      }
    });
  const take = (profile: IcpProfile) => {
    edit((from) => ({ ...profile, id: from.id, revision: from.revision }));
    setImported(undefined);
    to('rules');
    say(i18n.t('icp.taken'));
  };
  const addSecond = (profile: IcpProfile) =>
    attempt(async () => {
      const added = await profileActions.add(profile);
      setImported(undefined);
      onChoose(added.id);
      say(i18n.t('icp.profiles.added', [added.published.name]));
    });
  return (
    <Tabs
      value={page}
      onValueChange={(next) => {
        const known = pages.find((one) => one === next);
        if (known) to(known);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 pt-1">
        <h1 className="text-lg font-semibold">{i18n.t('icp.title')}</h1>
        <WordHelp word="tier" />
        {profiles.rows.length > 1 && <ProfileChoice row={row} profiles={profiles} onChoose={onChoose} />}
        <TabList aria-label={i18n.t('icp.title')} className="shrink-0 grow">
          {pages.map((one) => (
            <Tab key={one} value={one} className="shrink-0">
              {i18n.t(`icp.page.${one}`)}
            </Tab>
          ))}
        </TabList>
        <FileMenu
          row={row}
          profile={draft ?? row.published}
          profiles={profiles}
          onImported={setImported}
          onAdd={(profile) => void addSecond(profile)}
          onRemoved={() => onChoose(profiles.activeId)}
        />
      </header>
      {imported && (
        <ImportNotice
          imported={imported}
          onTake={take}
          onAdd={(profile) => void addSecond(profile)}
          onClose={() => setImported(undefined)}
        />
      )}
      <TabPanel value="rules" tabIndex={-1}>
        <RulesView
          row={shownRow}
          draft={draft}
          isActive={row.id === profiles.activeId}
          acts={{ edit, undo, redo, discard, onTry: () => to('try'), onStart: () => to('start') }}
        />
      </TabPanel>
      <TabPanel value="try" tabIndex={-1}>
        <TryView
          row={shownRow}
          draft={draft}
          isActive={row.id === profiles.activeId}
          onEdit={() => to('rules')}
          onPublish={() => void putInForce(() => profileActions.publish(row.id))}
        />
      </TabPanel>
      <TabPanel value="versions" tabIndex={-1}>
        <VersionsView
          row={row}
          onRestore={(revision) => void putInForce(() => profileActions.restore(row.id, revision))}
          onExport={saveProfile}
        />
      </TabPanel>
      <TabPanel value="start" tabIndex={-1}>
        <StartView published={shownRow.published} onTake={take} />
      </TabPanel>
    </Tabs>
  );
}
