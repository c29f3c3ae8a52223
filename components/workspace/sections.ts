import { GraduationCapIcon, type LucideIcon, SettingsIcon, UsersIcon } from 'lucide-react';
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
    View: lazy(async () => ({ default: (await import('../leads/leads-view.tsx')).LeadsView })),
  },
  {
    id: 'learn',
    label: () => i18n.t('learn.name'),
    icon: GraduationCapIcon,
    View: lazy(async () => ({ default: (await import('../learn/learn-view.tsx')).LearnView })),
  },
  {
    id: 'settings',
    label: () => i18n.t('panel.settings'),
    icon: SettingsIcon,
    View: lazy(async () => ({ default: (await import('../settings/settings-view.tsx')).SettingsView })),
  },
];
