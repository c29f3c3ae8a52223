import { Suspense } from 'react';
import { i18n } from '#i18n';
import { PanelBoundary } from '../capture/panel-boundary.tsx';
import { useSection } from '../hooks/use-section.ts';
import { classNames } from '../ui/class-names.ts';
import { floatsId } from '../ui/floats.ts';
import { Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { sections } from './sections.ts';

/** The full tab: its own navigation at the left, one page of it at the right. */
export function Workspace() {
  const { id } = useSection('leads');
  const section = sections.find((one) => one.id === id) ?? sections[0];
  if (!section) return null;
  const { View } = section;
  return (
    <TooltipProvider>
      <div className="flex h-full">
        <nav
          aria-label={i18n.t('workspace.navigation')}
          className="flex w-48 shrink-0 flex-col border-e border-line p-2"
        >
          <h1 className="px-2 pb-2 text-lg font-semibold">{i18n.t('extension.name')}</h1>
          {sections.map(({ id: to, label, icon: Icon }) => (
            <a
              key={to}
              href={`#/${to}`}
              aria-current={to === section.id ? 'page' : undefined}
              className={classNames(
                'focus-inner flex h-8 items-center gap-2 rounded-md px-2 text-soft hover:bg-wash hover:text-ink',
                'aria-[current]:bg-press aria-[current]:font-medium aria-[current]:text-ink',
              )}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
              {label()}
            </a>
          ))}
        </nav>
        <main className="flex min-w-0 flex-1 flex-col">
          <Suspense fallback={<p className="p-4 text-soft">{i18n.t('panel.loading')}</p>}>
            <PanelBoundary key={section.id}>
              <View />
            </PanelBoundary>
          </Suspense>
          {/* What floats is put here, within the landmark. */}
          <div id={floatsId} />
        </main>
      </div>
      <Toasts label={i18n.t('panel.notices')} />
    </TooltipProvider>
  );
}
