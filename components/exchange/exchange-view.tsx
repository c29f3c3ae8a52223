import { i18n } from '#i18n';
import { WordHelp } from '../help/word-help.tsx';
import { useSection } from '../hooks/use-section.ts';
import { ImportView } from '../import/import-view.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { OutView } from './out-view.tsx';
import { ReferencesView } from './references-view.tsx';

const views = ['in', 'out', 'lists'] as const;

/** Files in and out: import, hand-over to other systems, lists that are only checked. `#/import/out` opens one of them. */
export function ExchangeView() {
  const { rest, go } = useSection('import');
  const shown = views.find((view) => view === rest[0]) ?? 'in';
  return (
    <Tabs value={shown} onValueChange={(view) => go('import', view)} className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-4">
        <h1 className="text-lg font-semibold">{i18n.t('handover.title')}</h1>
        <TabList aria-label={i18n.t('handover.title')}>
          <Tab value="in">{i18n.t('handover.tabIn')}</Tab>
          <Tab value="out">{i18n.t('handover.tabOut')}</Tab>
          <Tab value="lists">{i18n.t('handover.tabLists')}</Tab>
        </TabList>
        <WordHelp word="handover" />
      </header>
      <TabPanel value="in">
        <ImportView />
      </TabPanel>
      <TabPanel value="out">
        <OutView />
      </TabPanel>
      <TabPanel value="lists">
        <ReferencesView />
      </TabPanel>
    </Tabs>
  );
}
