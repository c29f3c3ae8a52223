import type { MessageType, Request, Response } from '../../messaging/protocol.ts';

type Runtime = {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};
type Listener = (message: unknown, sender: { id?: string }) => void;

/** How the script in the page reaches the background. Tests put memory in its place. */
export type Wire = {
  /** Whether the extension still stands behind this script: after an update or removal it does not. */
  alive(): boolean;
  /** Undefined where nobody answered or the extension went away: the page is never told. */
  ask<T extends MessageType>(type: T, request: Request<T>): Promise<Response<T> | undefined>;
  /** Calls back when the book or the settings changed. Out: the way to stop. */
  onChange(listener: () => void): () => void;
};

/** What the background sends to mailboxes when what it answered may no longer hold. It carries nothing. */
export const mailChanged = 'mail.changed';

/** The browser's own channel, without the libraries that extension pages have for it: this script stays small. */
export function browserWire(): Wire {
  const world = globalThis as { browser?: { runtime?: Runtime }; chrome?: { runtime?: Runtime } };
  const runtime = (world.browser ?? world.chrome)?.runtime;
  const alive = () => runtime?.id !== undefined;
  return {
    alive,
    async ask<T extends MessageType>(type: T, request: Request<T>) {
      if (!runtime || !alive()) return undefined;
      try {
        const answer = (await runtime.sendMessage({ type, request })) as
          | { ok?: boolean; response?: unknown }
          | undefined;
        return answer?.ok ? (answer.response as Response<T>) : undefined;
      } catch {
        // The extension was updated or removed under its page: there is nobody left to tell, and the page's console is not ours.
        return undefined;
      }
    },
    onChange(listener) {
      if (!runtime) return () => undefined;
      const receive: Listener = (message, sender) => {
        const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
        if (sender.id === runtime.id && type === mailChanged) listener();
      };
      runtime.onMessage.addListener(receive);
      return () => {
        if (alive()) runtime.onMessage.removeListener(receive);
      };
    },
  };
}
