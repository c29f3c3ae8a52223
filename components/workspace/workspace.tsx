import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { PanelBoundary } from '../capture/panel-boundary.tsx';
import { WithKeys } from '../help/with-keys.tsx';
import { useBookCheck } from '../hooks/use-book-check.ts';
import { useKeptValues } from '../hooks/use-kept-values.ts';
import { usePageTitle } from '../hooks/use-page-title.ts';
import { useArmedReminders } from '../hooks/use-reminders.ts';
import { useKeptScores } from '../hooks/use-score-work.ts';
import { useSection } from '../hooks/use-section.ts';
import { useTeamSync } from '../hooks/use-team-folder.ts';
import { sayTaken } from '../packs/say-taken.ts';
import { WithPalette } from '../palette/with-palette.tsx';
import { floatsId } from '../ui/floats.ts';
import { Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { Navigation } from './navigation.tsx';
import { firstSection, sections, type WorkspaceSection } from './sections.ts';
import { useSectionKeys } from './use-section-keys.ts';

const BookNotice = lazy(async () => ({ default: (await import('../backup/book-notice.tsx')).BookNotice }));
const TeamNotice = lazy(async () => ({ default: (await import('../packs/team-notice.tsx')).TeamNotice }));
const PracticeNotice = lazy(async () => ({ default: (await import('../first/practice-notice.tsx')).PracticeNotice }));

/** The full tab: its own navigation at the left, one page of it at the right. */
export function Workspace() {
  const { id, go } = useSection(firstSection);
  const section = sections.find((one) => one.id === id) ?? sections[0];
  useSectionKeys(sections, go);
  useKeptScores();
  useKeptValues();
  useBookCheck();
  useArmedReminders();
  useTeamSync(sayTaken);
  const open = useCallback((leadId: string) => go('leads', leadId), [go]);
  if (!section) return null;
  return (
    <Page section={section}>
      <WithPalette surface="workspace" go={go} open={open} />
      <WithKeys surface="workspace" page={section.id} />
    </Page>
  );
}

function Page({ section, children }: { section: WorkspaceSection; children: ReactNode }) {
  const { View, id, isTitled } = section;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(id);
  usePageTitle(section.label());
  useEffect(() => {
    // Whoever goes to another page by keyboard or screen reader goes on there, not in the navigation.
    if (shown.current !== id) main.current?.focus();
    shown.current = id;
  }, [id]);
  return (
    <TooltipProvider>
      <div className="flex h-full">
        <Navigation current={id} />
        <main ref={main} tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {!isTitled && <h1 className="sr-only">{section.label()}</h1>}
          <Suspense>
            <PracticeNotice />
          </Suspense>
          {id !== 'backup' && (
            <Suspense>
              <BookNotice />
            </Suspense>
          )}
          {id !== 'packs' && (
            <Suspense>
              <TeamNotice />
            </Suspense>
          )}
          <Suspense fallback={<p className="p-4 text-soft">{i18n.t('panel.loading')}</p>}>
            <PanelBoundary key={id}>
              <View />
            </PanelBoundary>
          </Suspense>
          {/* What floats is put here, within the landmark. */}
          <div id={floatsId} />
          {children}
        </main>
      </div>
      <Toasts label={i18n.t('panel.notices')} />
    </TooltipProvider>
  );
}
