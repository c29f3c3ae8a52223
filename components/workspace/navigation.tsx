import { KeyboardIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { showKeys } from '../help/with-keys.tsx';
import { classNames } from '../ui/class-names.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { type SectionGroup, sectionGroups, sections, type WorkspaceSection } from './sections.ts';

const groups: readonly SectionGroup[] = [...sectionGroups, 'settings'];

/** The pages by name under their headings; below 900 px only their pictures, with the name as tooltip. In: the page that is open. */
export function Navigation({ current }: { current: string }) {
  return (
    <nav
      aria-label={i18n.t('workspace.navigation')}
      className="flex w-11 shrink-0 flex-col gap-0.5 overflow-y-auto border-e border-line p-1.5 named:w-52 named:p-2"
    >
      <p className="px-2 pt-1 pb-1 text-lg font-semibold max-named:sr-only">{i18n.t('extension.name')}</p>
      {groups.map((group) => {
        const pages = sections.filter((one) => one.group === group);
        if (pages.length === 0) return null;
        return (
          <div key={group} className={classNames('flex flex-col gap-0.5', group === 'settings' && 'mt-auto pt-2')}>
            {group !== 'settings' && (
              <h2 className="px-2 pt-2 pb-0.5 text-xs text-soft max-named:sr-only">
                {i18n.t(`workspace.group.${group}`)}
              </h2>
            )}
            {pages.map((page) => (
              <PageLink key={page.id} page={page} isCurrent={page.id === current} />
            ))}
          </div>
        );
      })}
      <Tooltip text={<span className="named:hidden">{i18n.t('first.help.title')}</span>} keys="?">
        <button
          type="button"
          aria-label={i18n.t('first.help.title')}
          aria-keyshortcuts="?"
          onClick={showKeys}
          className="focus-inner flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-soft hover:bg-wash hover:text-ink max-named:justify-center max-named:px-0"
        >
          <KeyboardIcon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
          <span className="truncate max-named:hidden">{i18n.t('first.help.title')}</span>
        </button>
      </Tooltip>
    </nav>
  );
}

function PageLink({
  page: { id, label, letter, icon: Icon },
  isCurrent,
}: {
  page: WorkspaceSection;
  isCurrent: boolean;
}) {
  return (
    <Tooltip
      text={
        <>
          <span className="named:hidden">{label()} · </span>
          {i18n.t('workspace.keysHint', [letter.toUpperCase()])}
        </>
      }
    >
      <a
        href={`#/${id}`}
        aria-label={label()}
        aria-current={isCurrent ? 'page' : undefined}
        aria-keyshortcuts={`g ${letter}`}
        className={classNames(
          'focus-inner flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-soft hover:bg-wash hover:text-ink max-named:justify-center max-named:px-0',
          'aria-[current]:bg-press aria-[current]:font-medium aria-[current]:text-ink',
        )}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        <span className="truncate max-named:hidden">{label()}</span>
      </a>
    </Tooltip>
  );
}
