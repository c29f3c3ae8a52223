import { i18n } from '#i18n';
import { useSection } from '../hooks/use-section.ts';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { ChangesView } from './changes-view.tsx';
import { FoundView } from './found-view.tsx';

const changes = 'changes';

/** The page that keeps the book clean: `#/clean` what is there twice, `#/clean/ID/ID` two of them, `#/clean/changes` what was done last. */
export function CleanView() {
  const { rest, go } = useSection('clean');
  const tab = rest[0] === changes ? changes : 'found';
  return (
    <Tabs
      value={tab}
      onValueChange={(next) => (next === changes ? go('clean', changes) : go('clean'))}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={i18n.t('clean.title')} className="shrink-0 border-b border-line px-2">
        <Tab value="found">{i18n.t('clean.tabs.found')}</Tab>
        <Tab value={changes}>{i18n.t('clean.tabs.changes')}</Tab>
      </TabList>
      <TabPanel value="found">
        <FoundView asked={tab === 'found' ? rest : []} />
      </TabPanel>
      <TabPanel value={changes}>
        <ChangesView />
      </TabPanel>
    </Tabs>
  );
}
