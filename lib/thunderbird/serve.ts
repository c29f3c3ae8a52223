import { browser } from 'wxt/browser';
import type { Reading } from '../domain/schema/draft.ts';
import { getSelf } from '../mailbox/answers.ts';
import { ownDomain } from '../mailbox/own-domain.ts';
import type { Sender, SenderFacts } from '../mailbox/sender.ts';
import { tellMailboxes } from '../mailbox/sites.ts';
import type { MailCard, MailMark } from '../messaging/protocol.ts';
import { onMessage } from '../messaging/transport.ts';
import { readGivenText } from '../reading/read-text.ts';
import { openWorkspace } from '../reading/workspace-tab.ts';
import type { Book } from '../storage/book.ts';
import { onBookChange } from '../storage/book-event.ts';
import { senderFacts } from '../storage/sender-card.ts';
import { firmOf, lookUpSenders } from '../storage/senders.ts';
import { getSetting, setSetting } from '../storage/settings.ts';
import { type TbTab, thunderbird } from './api.ts';
import { type ButtonWords, showOnButton } from './button.ts';
import { captureMessage, openPanelWindow } from './capture.ts';
import { type Displayed, displayedIn, displayedOf } from './displayed.ts';

export type ThunderbirdDeps = {
  now(): number;
  book(): Promise<Book>;
  keep(reading: Reading): Promise<void>;
  /** Words in the user's language. */
  mark(sender: Sender, called: string): MailMark;
  card(facts: SenderFacts, hasFirm: boolean, elsewhere: string | undefined): MailCard;
  button(mark: MailMark): ButtonWords;
  failed(reason: string): ButtonWords;
};

const scriptId = 'message';
const nothing = { mark: { state: 'none' } } as const;

/** Takes the user's own addresses from their accounts, until they said themselves who they are. */
async function learnOwn(book: Book): Promise<void> {
  if (await getSetting(book, 'mailMeAsked')) return;
  const addresses = (await thunderbird().identities.list()).map(({ email }) => email.toLowerCase()).filter(Boolean);
  const known = await getSetting(book, 'myAddresses');
  if (addresses.every((address) => known.includes(address))) return;
  await setSetting(book, 'myAddresses', [...new Set([...known, ...addresses])]);
  const domains = addresses.flatMap((address) => ownDomain(address) ?? []);
  await setSetting(book, 'myDomains', [...new Set([...(await getSetting(book, 'myDomains')), ...domains])]);
}

/** Our script in every message that is shown; Thunderbird forgets it with each end. */
async function registerScript(): Promise<void> {
  const { messageDisplay } = thunderbird().scripting;
  const known = await messageDisplay.getRegisteredScripts({ ids: [scriptId] });
  if (known.length === 0) await messageDisplay.registerScripts([{ id: scriptId, js: ['mail-display.js'] }]);
}

/**
 * Serves Thunderbird from the background: the button above a message tells who writes, the script in the message draws chip and
 * card, and a press keeps or shows the person in a window of ours.
 */
export function serveThunderbird(deps: ThunderbirdDeps): void {
  const markOf = async ({ person }: Displayed): Promise<MailMark> => {
    const book = await deps.book();
    const [sender] = await lookUpSenders(book, [person], await getSelf(book), deps.now());
    return sender ? deps.mark(sender, person.name || person.address) : nothing.mark;
  };
  const displayed = async (tabId: number | undefined) =>
    tabId === undefined ? undefined : displayedIn(tabId, await getSelf(await deps.book()));

  const showButton = async (tabId: number, shown: Displayed | undefined) => {
    const mark = shown ? await markOf(shown) : nothing.mark;
    await showOnButton(tabId, mark, deps.button(mark));
  };
  const refreshButtons = async () => {
    for (const { id } of await browser.tabs.query({})) {
      if (id === undefined) continue;
      // Most tabs show no message: that there is none is no error.
      const shown = await displayed(id).catch(() => undefined);
      if (shown) await showButton(id, shown);
    }
  };

  /** What went wrong with a press is said where it was made. */
  const pressAndTell = async (tab: TbTab) => {
    try {
      await press(tab);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (tab.id !== undefined) await showOnButton(tab.id, nothing.mark, deps.failed(reason));
    }
  };

  /** A press: somebody who is kept is shown, a stranger becomes a draft from the whole message. */
  const press = async ({ id }: TbTab) => {
    const shown = await displayed(id);
    if (!shown) return openPanelWindow();
    const book = await deps.book();
    const self = await getSelf(book);
    const [sender] = await lookUpSenders(book, [shown.person], self, deps.now());
    if (sender?.is === 'known') {
      await openWorkspace(`leads/${sender.leadId}`);
      return;
    }
    await openPanelWindow(await captureMessage(shown.message, self, deps));
  };

  thunderbird().messageDisplay.onMessagesDisplayed.addListener(async ({ id }, { messages }) => {
    if (id === undefined) return;
    const [message, another] = messages;
    const self = await getSelf(await deps.book());
    await showButton(id, message && !another ? await displayedOf(message, self) : undefined);
  });
  thunderbird().messageDisplayAction.onClicked.addListener((tab) => void pressAndTell(tab));
  browser.action.onClicked.addListener(() => void openWorkspace());
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'workspace') await openWorkspace();
    else if (tab) await pressAndTell(tab);
  });

  onMessage({
    'text.read': (request) => readGivenText(request, deps),
    'mail.shown': async (_request, { tab }) => {
      const shown = await displayed(tab?.id);
      if (!shown) return nothing;
      return { mark: await markOf(shown), person: shown.person };
    },
    'mail.card': async (_request, { tab }) => {
      const shown = await displayed(tab?.id);
      if (!shown) throw new Error('no message is shown');
      const book = await deps.book();
      const facts = await senderFacts(book, shown.person, await getSelf(book), deps.now());
      return deps.card(facts, firmOf(facts.address) !== undefined, undefined);
    },
    'mail.open': async (_request, { tab }) => {
      if (tab) await pressAndTell(tab);
      return { opened: tab !== undefined };
    },
  });

  onBookChange(({ stores }) => {
    if (stores.every((store) => store === 'tray')) return;
    void tellMailboxes();
    void refreshButtons();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPanelWindow();
  });
  void registerScript();
  void deps.book().then(learnOwn);
}
