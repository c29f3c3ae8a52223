import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { TrayPage } from '../../lib/domain/schema/tray.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import type { CodeNotice } from '../../lib/reading/code-notice.ts';
import { useActiveTab } from '../hooks/use-active-tab.ts';
import { useSpot } from '../hooks/use-active-tab-spot.ts';
import { bookFailure, useBook } from '../hooks/use-book.ts';
import { useCodeNotice } from '../hooks/use-code-notice.ts';
import { useMailFiles } from '../hooks/use-mail-files.ts';
import { useTray } from '../hooks/use-tray.ts';
import { useBatch } from '../hooks/use-tray-batch.ts';
import { useSave } from '../hooks/use-tray-save.ts';
import { openPage, useWaitingPages } from '../hooks/use-tray-waiting.ts';
import { useWork } from '../hooks/use-tray-work.ts';
import { MailboxStrip } from '../mailbox/mailbox-strip.tsx';
import { NotKept } from '../privacy/not-kept.tsx';
import { NoMessage, OwnBook } from '../thunderbird/own-book.tsx';
import { Button } from '../ui/button.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { DraftsView } from './drafts-view.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileJobs } from './file-jobs.tsx';
import { PageNotice } from './page-notice.tsx';
import { situationOf } from './page-situation.ts';
import { PasteBox } from './paste-box.tsx';
import { TaughtNote } from './taught-note.tsx';
import { WaitingLine } from './waiting-line.tsx';
import { failureWord } from './words.ts';
import { WorkStrip } from './work-strip.tsx';

// Teaching needs a good part of capture: it is no part of the panel's first load.
const BookNotice = lazy(async () => ({ default: (await import('../backup/book-notice.tsx')).BookNotice }));
const PracticeNotice = lazy(async () => ({ default: (await import('../first/practice-notice.tsx')).PracticeNotice }));
const TeachView = lazy(async () => ({ default: (await import('./teach-view.tsx')).TeachView }));

const tellOfCode = ({ is, detail }: CodeNotice) =>
  is === 'failed' ? sayError(i18n.t('qr.failed', [detail])) : say(i18n.t(`qr.${is}`, [detail]));
/** A tab that comes to the front with an older reading was not asked for now. */
const justNow = 3000;

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** Drafts that this page was opened for: those of a message in a mail program, which has no tab of its own address. */
const givenPage = (): string | undefined => {
  const page = new URLSearchParams(location.search).get('page') ?? '';
  return page.startsWith('pasted:') ? page : undefined;
};
const inThunderbird = import.meta.env.MODE === 'thunderbird';

/** Whether a page was read as one of people more than of firms. */
const peopleLead = (page: TrayPage | undefined): boolean => {
  const people = page?.items.filter(({ draft }) => draft.kind === 'person').length ?? 0;
  return people > 0 && people * 2 > (page?.items.length ?? 0);
};

/** What the page in front offers: its drafts, or why there are none; a box to paste into; a list being worked through. Keys are its own only while `active`. */
export function PageView({ active, onAsked }: { active: boolean; onAsked: (askedAt: number) => void }) {
  const { book, failure, retry } = useBook();
  const { tab, failure: askFailure, readAgain, allowSite } = useActiveTab();
  const [pasted, setPasted] = useState(givenPage);
  const [pasting, setPasting] = useState(false);
  const [teaching, setTeaching] = useState<number>();
  const shown = pasted ?? tab?.trayKey;
  const tray = useTray(book, shown);
  const { batch, change: changeBatch } = useBatch(book);
  const saving = useSave(book, shown, tray, batch);
  const work = useWork(book, batch.list, tab);
  const { showSpot, selection } = useSpot(tab);
  const situation = situationOf(tab, tray, pasted !== undefined);
  const idle = situation.is !== 'drafts';
  const waiting = useWaitingPages(idle ? book : undefined).filter((page) => page.url !== tray.page?.url);

  const openFile = useCallback((url: string) => {
    setPasting(false);
    setPasted(url);
  }, []);
  const files = useMailFiles(openFile);
  useCodeNotice(tellOfCode);

  // Another tab or page in front: what was pasted makes way for it, and so does what was said of the last save.
  const front = `${tab?.id}|${tab?.url}`;
  const { settle } = saving;
  // biome-ignore lint/correctness/useExhaustiveDependencies: on every change of what is in front
  useEffect(() => {
    setPasted(givenPage());
    setTeaching(undefined);
    settle();
  }, [front, settle]);

  const spot = useMemo(
    () => ({
      open: (address: string) => void openPage(address),
      show: (place: Provenance) => void showSpot(place).catch((cause: unknown) => sayError(reasonOf(cause))),
      selection: () =>
        selection().catch((cause: unknown) => {
          sayError(reasonOf(cause));
          return '';
        }),
    }),
    [showSpot, selection],
  );

  // Whoever presses the icon while they look at their leads wants to see the page's.
  const askedAt = tab?.reading?.askedAt;
  useEffect(() => {
    if (askedAt !== undefined && Date.now() - askedAt < justNow) onAsked(askedAt);
  }, [askedAt, onAsked]);

  const { current, next } = work;
  const goOn = useCallback(
    (mark?: 'done' | 'skipped') => {
      next(mark).then(
        (more) => {
          if (!more) say(i18n.t('capture.work.finished'));
        },
        (cause: unknown) => sayError(failureWord(bookFailure(cause))),
      );
    },
    [next],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const key = event.key.toLowerCase();
      if (key === 'w' && work.open > 0 && !current) goOn();
      else if (key === 'd' && current) goOn('done');
      else if (key === 's' && current) goOn('skipped');
    },
    [work.open, current, goOn],
  );
  useEffect(() => {
    if (!active) return undefined;
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [active, onKeyDown]);

  // A mailbox has an offer of its own, and shows no two mails alike that could be taught.
  const isMail = tray.page?.mailOpen !== undefined;
  const canAllow =
    pasted === undefined && !isMail && tab !== undefined && !tab.allowed && /^https?:/.test(tab.url ?? '');
  const canTeach = pasted === undefined && !isMail && tab !== undefined && /^https?:/.test(tab.url ?? '');
  const teach = canTeach ? () => setTeaching(tab.id) : undefined;
  const allow = () =>
    void allowSite().catch((cause: unknown) => sayError(`${i18n.t('capture.allowRefused')} ${reasonOf(cause)}`));
  const trouble = failure ?? tray.failure;
  const reading = tab?.reading?.state === 'reading' && pasted === undefined;
  // Drafts of an earlier reading are there still: then this is not the whole of what is to be said.
  const last = situation.is === 'drafts' && pasted === undefined ? tab?.reading : undefined;
  const refused = last?.state === 'refused' && last.url === tab?.url ? last : undefined;
  if (teaching !== undefined && tab?.id === teaching)
    return (
      <Suspense fallback={<p className="p-4 text-soft">{i18n.t('panel.loading')}</p>}>
        <TeachView
          tabId={teaching}
          likely={peopleLead(tray.page) ? 'person' : 'company'}
          suggestion={(tray.page?.list?.title || tab.title).slice(0, 120)}
          onDone={(taught) => {
            setTeaching(undefined);
            if (taught) void readAgain();
          }}
        />
      </Suspense>
    );
  return (
    <>
      <WorkStrip work={work} onNext={goOn} />
      {inThunderbird && <OwnBook />}
      {active && <FileDrop onFiles={files.read} />}
      <FileJobs jobs={files.jobs} onOpen={openFile} onCancel={files.cancel} onDismiss={files.dismiss} />
      {pasted === undefined && <MailboxStrip tab={tab} />}
      {trouble && (
        <div role="alert" className="flex shrink-0 items-start gap-2 border-b border-line bg-danger-wash px-3 py-2">
          <p className="min-w-0 flex-1">{failureWord(trouble)}</p>
          <Button size="small" onClick={failure ? retry : tray.retry}>
            {i18n.t('capture.save.retry')}
          </Button>
        </div>
      )}
      {askFailure !== undefined && (
        <p role="alert" className="shrink-0 px-3 py-2 text-danger">
          {i18n.t('capture.refusal.failed')}: {askFailure}
        </p>
      )}
      {refused && (
        <p role="alert" className="shrink-0 border-b border-line bg-danger-wash px-3 py-2">
          <strong className="font-semibold">{i18n.t(`capture.refusal.${refused.refusal ?? 'failed'}`)}</strong>{' '}
          {i18n.t(`capture.refusal.${refused.refusal ?? 'failed'}Help`)}
        </p>
      )}
      {tray.page?.erased && <NotKept erased={tray.page.erased} />}
      {idle && (
        <Suspense>
          <BookNotice />
          <PracticeNotice />
        </Suspense>
      )}
      {situation.is === 'drafts' && tray.page ? (
        <DraftsView
          key={tray.page.url}
          active={active}
          page={tray.page}
          tray={tray}
          batch={batch}
          saving={saving}
          work={work}
          onWork={goOn}
          spot={spot}
          pasted={pasted !== undefined}
          reading={reading}
          onRead={() => void readAgain()}
          onAllow={canAllow ? allow : undefined}
          onTeach={teach}
          onPaste={() => setPasting(true)}
          onBack={() => setPasted(undefined)}
          onBatch={(changed) =>
            void changeBatch(changed).catch((cause: unknown) =>
              sayError(i18n.t('capture.batch.failed', [failureWord(bookFailure(cause))])),
            )
          }
        />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          {situation.is === 'nothing' && tray.page?.recipes && (
            <div className="px-3 pt-2">
              <TaughtNote recipes={tray.page.recipes} onTeach={teach} />
            </div>
          )}
          {!trouble && inThunderbird && <NoMessage />}
          {!trouble && !inThunderbird && (
            <PageNotice
              situation={situation}
              onRead={() => void readAgain()}
              onAllow={canAllow ? allow : undefined}
              onTeach={teach}
            />
          )}
        </div>
      )}
      {pasting || (situation.is !== 'drafts' && situation.is !== 'opening' && situation.is !== 'reading') ? (
        <PasteBox
          autoFocus={pasting}
          onRead={openFile}
          onFiles={files.read}
          {...(pasting && { onClose: () => setPasting(false) })}
        />
      ) : null}
      {idle && (
        <WaitingLine
          pages={waiting}
          onOpen={(page) => {
            if (/^(?:pasted|mail):/.test(page.url)) setPasted(page.url);
            else void openPage(page.url);
          }}
        />
      )}
    </>
  );
}
