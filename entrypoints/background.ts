import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { buttonWords, failedWords } from '../components/mailbox/button-words.ts';
import { cardOf, markOf } from '../components/mailbox/mail-words.ts';
import { reminderWords } from '../components/work/reminder-words.ts';
import { serveBackups } from '../lib/backup/serve.ts';
import type { Reading } from '../lib/domain/schema/draft.ts';
import { getSelf } from '../lib/mailbox/answers.ts';
import { pressed } from '../lib/mailbox/press.ts';
import { isWebmail, maybeWebmail } from '../lib/mailbox/recognise.ts';
import { serveMailboxes } from '../lib/mailbox/serve.ts';
import { isMailboxOn } from '../lib/mailbox/sites.ts';
import { onMessage } from '../lib/messaging/transport.ts';
import { askFirstPage, isFirstPage, serveFirstPage } from '../lib/reading/first-page.ts';
import { followTabs } from '../lib/reading/follow.ts';
import { type GrowthDeps, readGrown, watchTab } from '../lib/reading/growth.ts';
import { createMenus, menuIds } from '../lib/reading/menus.ts';
import { serveOmnibox } from '../lib/reading/omnibox.ts';
import { openPanel } from '../lib/reading/open-panel.ts';
import { actOnPicker, pickElement } from '../lib/reading/pick.ts';
import { readMailbox } from '../lib/reading/read-mailbox.ts';
import { readPart } from '../lib/reading/read-part.ts';
import { readPicture } from '../lib/reading/read-picture.ts';
import { type ReadTabDeps, type ReadTabRequest, readTab } from '../lib/reading/read-tab.ts';
import { readGivenText } from '../lib/reading/read-text.ts';
import { isNeverSite } from '../lib/reading/sites.ts';
import { selectedText, showSpot } from '../lib/reading/spot.ts';
import { refreshIcon } from '../lib/reading/tab-icon.ts';
import { showIcon } from '../lib/reading/toolbar-icon.ts';
import { openWorkspace } from '../lib/reading/workspace-tab.ts';
import { serveReminders } from '../lib/reminders/serve.ts';
import { openBook } from '../lib/storage/book.ts';
import { putReading, type ReadingExtent } from '../lib/storage/put-reading.ts';
import { recipesFor } from '../lib/storage/recipes.ts';
import { getTrayPage } from '../lib/storage/tray.ts';
import { serveThunderbird } from '../lib/thunderbird/serve.ts';

const depsFor = (extent: ReadingExtent) => ({
  now: () => Date.now(),
  recipes: async (url: string) => recipesFor(await openBook(), url),
  keep: async (reading: Reading) => {
    await putReading(await openBook(), reading, extent);
  },
});
/** A mailbox is read when its user asks: it shows another mail at every step, and few of them are leads. */
const isNever = async (url: string) => (await isMailboxOn(url)) || isNeverSite(url);
const deps: ReadTabDeps = {
  ...depsFor('whole'),
  mail: async (request) => {
    if (!maybeWebmail(request.url) && !(await isMailboxOn(request.url))) return undefined;
    return readMailbox(request, {
      now: () => Date.now(),
      self: async () => getSelf(await openBook()),
      isMailbox: async () => (await isMailboxOn(request.url)) || (await isWebmail(request.tabId, request.url)),
    });
  },
};
const growth: GrowthDeps = {
  ...depsFor('grew'),
  count: async (url) => (await getTrayPage(await openBook(), url))?.items.length ?? 0,
  isNever,
};

/** Reads a tab and shows on its icon what came of it. */
async function readAndShow(request: ReadTabRequest) {
  const outcome = await readTab(request, deps);
  if (request.keep) await refreshIcon(request.tabId);
  if (request.keep && outcome.ok && !outcome.reading.key) void watchTab(request.tabId);
  return outcome;
}

export default defineBackground(() => {
  serveBackups({ book: openBook, now: () => Date.now() });
  if (import.meta.env.MODE === 'thunderbird') {
    const { now, keep } = depsFor('whole');
    return serveThunderbird({
      now,
      keep,
      book: openBook,
      mark: markOf,
      card: cardOf,
      button: buttonWords,
      failed: failedWords,
    });
  }
  const readFront = (tab: { id?: number | undefined; windowId: number; url?: string | undefined } | undefined) => {
    if (tab?.id === undefined) return;
    // It has the panel in it: a second one beside it would be one too many.
    if (isFirstPage(tab.url)) return askFirstPage(Date.now());
    const opened = openPanel(tab.windowId);
    void readAndShow({ tabId: tab.id, keep: true, askedAt: Date.now() });
    return opened;
  };
  browser.action.onClicked.addListener(readFront);
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'read-page') return readFront(tab);
    if (command === 'workspace') return openWorkspace();
  });
  browser.runtime.onInstalled.addListener(createMenus);
  serveFirstPage();
  serveOmnibox();
  browser.contextMenus.onClicked.addListener((click, tab) => {
    if (click.menuItemId === menuIds.page) return readFront(tab);
    if (tab?.id === undefined) return;
    const { id, windowId } = tab;
    const opened = openPanel(windowId);
    const read =
      click.menuItemId === menuIds.picture
        ? readPicture(click, { id, windowId }, depsFor('part'))
        : readPart(click, id, deps);
    void read.then(() => refreshIcon(id));
    return opened;
  });

  onMessage({
    'page.read': readAndShow,
    'text.read': (request) => readGivenText(request, deps),
    'spot.show': async (spot) => ({ shown: await showSpot(spot) }),
    'page.grew': async (_request, sender) => {
      const answer = await readGrown(sender, growth);
      if (answer.added > 0 && sender.tab?.id !== undefined) await refreshIcon(sender.tab.id);
      return answer;
    },
    'pick.start': pickElement,
    'pick.act': async ({ tabId, act }) => ({ there: await actOnPicker(tabId, act) }),
    'selection.get': async ({ tabId }) => ({ text: await selectedText(tabId) }),
  });

  serveMailboxes({
    book: openBook,
    now: () => Date.now(),
    mark: markOf,
    card: cardOf,
    pressed: (person, sender) =>
      pressed(person, sender, {
        ...depsFor('part'),
        book: openBook,
        readTab: (tabId, askedAt) => readAndShow({ tabId, keep: true, askedAt }),
      }),
  });

  serveReminders({ book: openBook, now: () => Date.now(), words: reminderWords });

  followTabs({
    read: async (tabId) => {
      await readAndShow({ tabId, keep: true, unhurried: true });
    },
    shown: refreshIcon,
    neutral: (tabId) => showIcon(tabId, 'neutral'),
    isNever,
  });
});
