import { ArrowLeftIcon, ClipboardPasteIcon, PinIcon, RotateCwIcon, SquareMousePointerIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { TrayPage } from '../../lib/domain/schema/tray.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { RowCounts } from './row-state.ts';
import { TaughtNote } from './taught-note.tsx';
import { numberWord } from './words.ts';

/** "24 firms: 17 new · 4 yours · 3 to check". */
export function countsWord({ people, firms, fresh, yours, check }: RowCounts): string {
  const who = [
    people > 0 ? i18n.t('capture.head.people', people, [numberWord(people)]) : '',
    firms > 0 ? i18n.t('capture.head.firms', firms, [numberWord(firms)]) : '',
  ].filter((part) => part !== '');
  const how = [
    fresh > 0 ? i18n.t('capture.head.new', [numberWord(fresh)]) : '',
    yours > 0 ? i18n.t('capture.head.yours', [numberWord(yours)]) : '',
    check > 0 ? i18n.t('capture.head.check', [numberWord(check)]) : '',
  ].filter((part) => part !== '');
  return i18n.t('capture.head.counts', [
    who.length > 1 ? i18n.t('capture.head.and', [who[0] ?? '', who[1] ?? '']) : (who[0] ?? ''),
    how.join(' · '),
  ]);
}

function titleOf(page: TrayPage, pasted: boolean): string {
  const title = page.list?.title || page.title || (pasted ? i18n.t('capture.paste.title') : page.url);
  return page.list?.page === undefined ? title : i18n.t('capture.head.page', [title, String(page.list.page)]);
}

/** The top of a page's drafts: what this is, how many of whom, read again; what was not read; the offer to always read the site. */
export function PageHead({
  page,
  counts,
  pasted,
  reading,
  onRead,
  onAllow,
  onTeach,
  onPaste,
  onBack,
}: {
  page: TrayPage;
  counts: RowCounts;
  pasted: boolean;
  reading: boolean;
  onRead: () => void;
  /** Absent where the site is always read already, or can't be. */
  onAllow?: (() => void) | undefined;
  /** Absent where the page can't be pointed at. */
  onTeach?: (() => void) | undefined;
  /** Absent where nothing can be pasted: on the practice page. */
  onPaste?: (() => void) | undefined;
  onBack: () => void;
}) {
  const notes = [
    page.closedFrames.length > 0 ? i18n.t('capture.closedFrames', page.closedFrames.length) : '',
    page.truncated ? i18n.t('capture.truncated') : '',
    page.codes ? i18n.t('qr.onPage', page.codes) : '',
    page.siteChanged ? i18n.t('capture.siteChanged') : '',
  ].filter((note) => note !== '');
  const title = titleOf(page, pasted);
  return (
    <section className="flex shrink-0 flex-col border-b border-line pt-1 pb-1.5 ps-3 pe-1.5">
      <div className="flex items-center gap-1">
        <h2 className="min-w-0 flex-1 truncate font-semibold" title={title}>
          {title}
        </h2>
        {pasted ? (
          <IconButton size="small" icon={ArrowLeftIcon} label={i18n.t('capture.paste.back')} onClick={onBack} />
        ) : (
          <>
            {onAllow && (
              <IconButton size="small" icon={PinIcon} label={i18n.t('capture.allowSite')} onClick={onAllow} />
            )}
            {onTeach && (
              <IconButton size="small" icon={SquareMousePointerIcon} label={i18n.t('teach.open')} onClick={onTeach} />
            )}
            {onPaste && (
              <IconButton
                size="small"
                icon={ClipboardPasteIcon}
                label={i18n.t('capture.paste.open')}
                onClick={onPaste}
              />
            )}
            <IconButton
              size="small"
              icon={RotateCwIcon}
              label={i18n.t('capture.readAgain')}
              disabled={reading}
              onClick={onRead}
              className={reading ? 'motion-safe:animate-spin' : ''}
            />
          </>
        )}
      </div>
      <p className="text-sm text-soft" role="status">
        {reading ? i18n.t('capture.reading') : countsWord(counts)}
      </p>
      <TaughtNote recipes={page.recipes} onTeach={onTeach} />
      {notes.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </section>
  );
}
