import {
  FileInputIcon,
  GraduationCapIcon,
  Grid2x2Icon,
  type LucideIcon,
  SettingsIcon,
  TargetIcon,
  UsersIcon,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { i18n } from '#i18n';

/** A page of the workspace: its place in the address (`#/ID`), its name, and the view, which loads when first opened. */
export type WorkspaceSection = {
  id: string;
  label: () => string;
  icon: LucideIcon;
  View: LazyExoticComponent<ComponentType>;
};

/** Every page of the workspace in the order of its navigation: a new one is one line here. */
export const sections: readonly WorkspaceSection[] = [
  {
    id: 'leads',
    label: () => i18n.t('panel.leads'),
    icon: UsersIcon,
    View: lazy(async () => ({ default: (await import('./leads-page.tsx')).LeadsPage })),
  },
  {
    id: 'icp',
    label: () => i18n.t('icp.title'),
    icon: TargetIcon,
    View: lazy(async () => ({ default: (await import('../icp/icp-view.tsx')).IcpView })),
  },
  {
    id: 'match',
    label: () => i18n.t('match.name'),
    icon: Grid2x2Icon,
    View: lazy(async () => ({ default: (await import('../match/match-view.tsx')).MatchView })),
  },
  {
    id: 'learn',
    label: () => i18n.t('learn.name'),
    icon: GraduationCapIcon,
    View: lazy(async () => ({ default: (await import('../learn/learn-view.tsx')).LearnView })),
  },
  {
    id: 'import',
    label: () => i18n.t('import.title'),
    icon: FileInputIcon,
    View: lazy(async () => ({ default: (await import('../import/import-view.tsx')).ImportView })),
  },
  {
    id: 'settings',
    label: () => i18n.t('panel.settings'),
    icon: SettingsIcon,
    View: lazy(async () => ({ default: (await import('../settings/settings-view.tsx')).SettingsView })),
  },
];
