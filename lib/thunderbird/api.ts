import { browser } from 'wxt/browser';

/** A message of Thunderbird, as its extension interface tells. */
export type TbMessage = {
  id: number;
  /** As in the header: name and address. */
  author: string;
  recipients: string[];
  subject: string;
  headerMessageId: string;
  /** Tags of the folder it lies in, where Thunderbird knows them. */
  folder?: { specialUse?: string[] };
};
type MessageList = { messages: TbMessage[] };
type Mailbox = { name?: string; email?: string };
type Listener<A extends unknown[]> = { addListener(listener: (...args: A) => void): void };
export type TbTab = { id?: number | undefined };

/** The part of Thunderbird's interface that is used here, which the types of browsers don't know. */
type Thunderbird = {
  messages: { getRaw(id: number, options: { data_format: 'File' }): Promise<File> };
  messageDisplay: {
    onMessagesDisplayed: Listener<[TbTab, MessageList]>;
    getDisplayedMessages(tabId: number): Promise<MessageList>;
  };
  messageDisplayAction: {
    setTitle(details: { tabId: number; title: string }): Promise<void>;
    setLabel(details: { tabId: number; label: string }): Promise<void>;
    setIcon(details: { tabId: number; imageData: Record<number, ImageData> }): Promise<void>;
    onClicked: Listener<[TbTab]>;
  };
  scripting: {
    messageDisplay: {
      getRegisteredScripts(filter: { ids: string[] }): Promise<{ id: string }[]>;
      registerScripts(scripts: { id: string; js: string[] }[]): Promise<void>;
    };
  };
  messengerUtilities: { parseMailboxString(text: string): Promise<Mailbox[]> };
  identities: { list(): Promise<{ email: string }[]> };
};

/** Thunderbird's own interface. Only to be used where the extension was built for it. */
export const thunderbird = (): Thunderbird => browser as unknown as Thunderbird;
