import { PanelsTopLeftIcon, SettingsIcon } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { WithKeys } from '../help/with-keys.tsx';
import { useAskedLead } from '../hooks/use-asked-lead.ts';
import { useFreshIcons } from '../hooks/use-fresh-icons.ts';
import { useFreshMailboxes } from '../hooks/use-fresh-mailboxes.ts';
import { useArmedReminders } from '../hooks/use-reminders.ts';
import { useKeptScores } from '../hooks/use-score-work.ts';
import { openWorkspace, useWorkspaceKey, workspaceKeys } from '../hooks/use-workspace-tab.ts';
import { WithPalette } from '../palette/with-palette.tsx';
import { floatsId } from '../ui/floats.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { sayError, Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { PageView } from './page-view.tsx';
import { PanelBoundary } from './panel-boundary.tsx';

const LeadsView = lazy(async () => ({ default: (await import('../leads/leads-view.tsx')).LeadsView }));
const TodayView = lazy(async () => ({ default: (await import('../work/today-view.tsx')).TodayView }));
const SettingsView = lazy(async () => ({ default: (await import('../settings/settings-view.tsx')).SettingsView }));

const sayNotOpened = (cause: unknown) =>
  sayError(i18n.t('workspace.openFailed', [cause instanceof Error ? cause.message : String(cause)]));

const goInWorkspace = (...page: string[]) =>
  void openWorkspace(page.map(encodeURIComponent).join('/')).catch(sayNotOpened);

/** The side panel: what this page offers, what is kept, settings. The last two load when first opened; the page stays as it is left. */
export function Panel() {
  const [view, setView] = useState('page');
  // A press of the icon is told when its reading begins and ends: a view chosen after the press stays.
  const chosenAt = useRef(0);
  const choose = useCallback((chosen: string) => {
    chosenAt.current = Date.now();
    setView(chosen);
  }, []);
  const showPage = useCallback((askedAt: number) => {
    if (askedAt > chosenAt.current) setView('page');
  }, []);
  const [askedLead, setAskedLead] = useState<string>();
  const showLead = useCallback((leadId: string) => {
    setAskedLead(leadId);
    setView('leads');
  }, []);
  const forgetAsked = useCallback(() => setAskedLead(undefined), []);
  useFreshIcons();
  useFreshMailboxes();
  useAskedLead(showLead);
  useKeptScores();
  useArmedReminders();
  useWorkspaceKey(sayNotOpened);
  return (
    <TooltipProvider>
      <Tabs value={view} onValueChange={choose} className="flex h-full flex-col">
        <header className="flex shrink-0 items-stretch border-b border-line px-1">
          <h1 className="sr-only">{i18n.t('extension.name')}</h1>
          <TabList aria-label={i18n.t('panel.tabs')} className="min-w-0 flex-1">
            <Tab value="page">{i18n.t('panel.page')}</Tab>
            <Tab value="leads">{i18n.t('panel.leads')}</Tab>
            <Tab value="today">{i18n.t('work.today')}</Tab>
            <Tab
              value="settings"
              aria-label={i18n.t('panel.settings')}
              title={i18n.t('panel.settings')}
              className="ms-auto shrink-0"
            >
              <SettingsIcon size={16} strokeWidth={1.75} aria-hidden="true" />
            </Tab>
          </TabList>
          <IconButton
            icon={PanelsTopLeftIcon}
            label={i18n.t('workspace.open')}
            keys={workspaceKeys}
            aria-keyshortcuts={workspaceKeys}
            onClick={() => void openWorkspace().catch(sayNotOpened)}
            className="self-center"
          />
        </header>
        <main className="flex min-h-0 flex-1 flex-col">
          <TabPanel value="page" tabIndex={-1} forceMount>
            <PanelBoundary>
              <PageView active={view === 'page'} onAsked={showPage} />
            </PanelBoundary>
          </TabPanel>
          <Suspense fallback={<p className="p-4 text-soft">{i18n.t('panel.loading')}</p>}>
            <TabPanel value="leads" tabIndex={-1}>
              <PanelBoundary>
                <LeadsView asked={askedLead} onShown={forgetAsked} />
              </PanelBoundary>
            </TabPanel>
            <TabPanel value="today" tabIndex={-1}>
              <PanelBoundary>
                <TodayView />
              </PanelBoundary>
            </TabPanel>
            <TabPanel value="settings" tabIndex={-1}>
              <PanelBoundary>
                <SettingsView />
              </PanelBoundary>
            </TabPanel>
          </Suspense>
          {/* What floats is put here, within the landmark. */}
          <div id={floatsId} />
          <WithPalette surface="panel" go={goInWorkspace} open={showLead} />
          <WithKeys surface="panel" page={`panel.${view}`} />
        </main>
      </Tabs>
      <Toasts label={i18n.t('panel.notices')} />
    </TooltipProvider>
  );
}
