import {
  ArchiveRestoreIcon,
  ArrowLeftRightIcon,
  ChartLineIcon,
  CircleDollarSignIcon,
  CopyCheckIcon,
  GraduationCapIcon,
  Grid2x2Icon,
  type LucideIcon,
  PackageIcon,
  SettingsIcon,
  ShieldIcon,
  SquareKanbanIcon,
  SunIcon,
  TargetIcon,
  UsersIcon,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { i18n } from '#i18n';

/** The headings of the navigation, in their order. Settings stand apart at its foot. */
export const sectionGroups = ['day', 'book', 'customers', 'aim', 'keep'] as const;
export type SectionGroup = (typeof sectionGroups)[number] | 'settings';

/** A page of the workspace: its place in the address (`#/ID`), its name, and the view, which loads when first opened. */
export type WorkspaceSection = {
  id: string;
  /** The heading that it stands under; pages of one group stand together. */
  group: SectionGroup;
  /** G, then this letter, leads here; no two pages have the same. */
  letter: string;
  label: () => string;
  icon: LucideIcon;
  /** Its name stands over it as a heading; where it does not, only screen readers are told. */
  isTitled?: true;
  View: LazyExoticComponent<ComponentType>;
  /** Loads the view, for who knows before React does that it is asked for. */
  load: () => Promise<unknown>;
};

const page = (load: () => Promise<{ default: ComponentType }>) => ({ load, View: lazy(load) });

/** The page where the address names none. */
export const firstSection = 'leads';

/** Every page of the workspace in the order of its navigation: a new one is one line here. */
export const sections: readonly WorkspaceSection[] = [
  {
    id: 'today',
    group: 'day',
    letter: 't',
    label: () => i18n.t('work.today'),
    icon: SunIcon,
    ...page(async () => ({ default: (await import('../work/today-view.tsx')).TodayView })),
  },
  {
    id: 'board',
    group: 'day',
    letter: 'b',
    label: () => i18n.t('work.board'),
    icon: SquareKanbanIcon,
    ...page(async () => ({ default: (await import('../work/board-view.tsx')).BoardView })),
  },
  {
    id: 'leads',
    group: 'book',
    letter: 'p',
    label: () => i18n.t('table.title'),
    icon: UsersIcon,
    ...page(async () => ({ default: (await import('../table/table-page.tsx')).TablePage })),
  },
  {
    id: 'clean',
    group: 'book',
    letter: 'd',
    label: () => i18n.t('clean.title'),
    icon: CopyCheckIcon,
    ...page(async () => ({ default: (await import('../clean/clean-view.tsx')).CleanView })),
  },
  {
    id: 'customers',
    group: 'customers',
    letter: 'c',
    label: () => i18n.t('value.title'),
    icon: CircleDollarSignIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../value/customers-view.tsx')).CustomersView })),
  },
  {
    id: 'insights',
    group: 'customers',
    letter: 'i',
    label: () => i18n.t('value.insights'),
    icon: ChartLineIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../value/insights-view.tsx')).InsightsView })),
  },
  {
    id: 'icp',
    group: 'aim',
    letter: 'f',
    label: () => i18n.t('icp.title'),
    icon: TargetIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../icp/icp-view.tsx')).IcpView })),
  },
  {
    id: 'match',
    group: 'aim',
    letter: 'm',
    label: () => i18n.t('match.name'),
    icon: Grid2x2Icon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../match/match-view.tsx')).MatchView })),
  },
  {
    id: 'learn',
    group: 'aim',
    letter: 'l',
    label: () => i18n.t('learn.name'),
    icon: GraduationCapIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../learn/learn-view.tsx')).LearnView })),
  },
  {
    id: 'import',
    group: 'keep',
    letter: 'x',
    label: () => i18n.t('handover.title'),
    icon: ArrowLeftRightIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../exchange/exchange-view.tsx')).ExchangeView })),
  },
  {
    id: 'backup',
    group: 'keep',
    letter: 'k',
    label: () => i18n.t('backup.title'),
    icon: ArchiveRestoreIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../backup/backup-view.tsx')).BackupView })),
  },
  {
    id: 'packs',
    group: 'keep',
    letter: 'e',
    label: () => i18n.t('pack.title'),
    icon: PackageIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../packs/packs-view.tsx')).PacksView })),
  },
  {
    id: 'privacy',
    group: 'keep',
    letter: 'y',
    label: () => i18n.t('privacy.title'),
    icon: ShieldIcon,
    isTitled: true,
    ...page(async () => ({ default: (await import('../privacy/privacy-view.tsx')).PrivacyView })),
  },
  {
    id: 'settings',
    group: 'settings',
    letter: 's',
    label: () => i18n.t('panel.settings'),
    icon: SettingsIcon,
    ...page(async () => ({ default: (await import('../settings/settings-view.tsx')).SettingsView })),
  },
];
