import { InboxIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { WaitingPage } from '../hooks/use-tray-waiting.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';

/** One small line: other pages have drafts waiting. Opened it lists them; a press goes there. */
export function WaitingLine({ pages, onOpen }: { pages: readonly WaitingPage[]; onOpen: (page: WaitingPage) => void }) {
  if (pages.length === 0) return null;
  return (
    <div className="shrink-0 border-t border-line">
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="focus-inner flex h-7 w-full items-center gap-1.5 px-3 text-start text-sm text-soft hover:bg-wash hover:text-ink"
          >
            <InboxIcon size={13} aria-hidden="true" />
            {i18n.t('capture.drafts.others', pages.length)}
          </button>
        }
      >
        {pages.map((page) => (
          <MenuItem key={page.url} onSelect={() => onOpen(page)}>
            <span className="flex min-w-0 flex-col">
              <span className="truncate">{page.title || i18n.t('capture.paste.title')}</span>
              <span className="truncate text-sm text-soft">
                {i18n.t('capture.drafts.waiting', [String(page.open)])}
                {/^https?:/.test(page.url) && ` · ${new URL(page.url).hostname}`}
              </span>
            </span>
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
