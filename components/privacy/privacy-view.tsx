import { i18n } from '#i18n';
import { useSection } from '../hooks/use-section.ts';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { DuePart } from './due-part.tsx';
import { ErasedPart } from './erased-part.tsx';
import { OutPart } from './out-part.tsx';
import { ReadPart } from './read-part.tsx';
import { RulesPart } from './rules-part.tsx';

const parts = ['due', 'read', 'out', 'erased', 'rules'] as const;
const views = { due: DuePart, read: ReadPart, out: OutPart, erased: ErasedPart, rules: RulesPart };

/** What is kept of people, for how long, from where, and where it went: one page, `#/privacy/PART`. */
export function PrivacyView() {
  const { rest, go } = useSection('privacy');
  const asked = parts.find((part) => part === rest[0]) ?? 'due';
  return (
    <Tabs value={asked} onValueChange={(part) => go('privacy', part)} className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-4">
        <h1 className="text-lg font-semibold">{i18n.t('privacy.title')}</h1>
        <TabList aria-label={i18n.t('privacy.parts')} className="flex-wrap">
          {parts.map((part) => (
            <Tab key={part} value={part}>
              {i18n.t(`privacy.${part}`)}
            </Tab>
          ))}
        </TabList>
      </header>
      {parts.map((part) => {
        const View = views[part];
        return (
          <TabPanel key={part} value={part} className="overflow-y-auto">
            <View />
          </TabPanel>
        );
      })}
    </Tabs>
  );
}
