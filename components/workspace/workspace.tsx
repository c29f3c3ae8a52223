import { Suspense, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { PanelBoundary } from '../capture/panel-boundary.tsx';
import { usePageTitle } from '../hooks/use-page-title.ts';
import { useKeptScores } from '../hooks/use-score-work.ts';
import { useSection } from '../hooks/use-section.ts';
import { classNames } from '../ui/class-names.ts';
import { floatsId } from '../ui/floats.ts';
import { Toasts } from '../ui/toast.tsx';
import { Tooltip, TooltipProvider } from '../ui/tooltip.tsx';
import { sections, type WorkspaceSection } from './sections.ts';
import { useSectionKeys } from './use-section-keys.ts';

const ids = sections.map(({ id }) => id);

/** The full tab: its own navigation at the left, one page of it at the right. */
export function Workspace() {
  const { id, go } = useSection('leads');
  const section = sections.find((one) => one.id === id) ?? sections[0];
  useSectionKeys(ids, go);
  useKeptScores();
  return section ? <Page section={section} /> : null;
}

function Page({ section }: { section: WorkspaceSection }) {
  const { View, id } = section;
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
          <Suspense fallback={<p className="p-4 text-soft">{i18n.t('panel.loading')}</p>}>
            <PanelBoundary key={id}>
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

/** The pages by name; below 900 px only their pictures, with the name as tooltip. */
function Navigation({ current }: { current: string }) {
  return (
    <nav
      aria-label={i18n.t('workspace.navigation')}
      className="flex w-11 shrink-0 flex-col gap-0.5 overflow-y-auto border-e border-line p-1.5 min-[900px]:w-52 min-[900px]:p-2"
    >
      <h1 className="px-2 pt-1 pb-2 text-lg font-semibold max-[899px]:sr-only">{i18n.t('extension.name')}</h1>
      {sections.map(({ id, label, icon: Icon }, at) => (
        <Tooltip
          key={id}
          text={
            <>
              <span className="min-[900px]:hidden">{label()} · </span>
              {i18n.t('workspace.keysHint', [at + 1])}
            </>
          }
        >
          <a
            href={`#/${id}`}
            aria-label={label()}
            aria-current={id === current ? 'page' : undefined}
            aria-keyshortcuts={`g ${at + 1}`}
            className={classNames(
              'focus-inner flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-soft hover:bg-wash hover:text-ink max-[899px]:justify-center max-[899px]:px-0',
              'aria-[current]:bg-press aria-[current]:font-medium aria-[current]:text-ink',
              id === 'settings' && 'mt-auto',
            )}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            <span className="truncate max-[899px]:hidden">{label()}</span>
          </a>
        </Tooltip>
      ))}
    </nav>
  );
}
