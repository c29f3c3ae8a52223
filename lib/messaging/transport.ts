import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { type MessageDefinition, type MessageType, protocol, type Request, type Response } from './protocol.ts';

/** Who sent a message, as the browser (not the sender) says. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  /** Of the frame, also where its address is about:blank. */
  origin?: string | undefined;
  tab?:
    | { id?: number | undefined; windowId?: number | undefined; url?: string | undefined; title?: string | undefined }
    | undefined;
};

/** What carries messages: the browser's own channel, or memory in tests. */
export type Wire = {
  /** Id and origin of this extension. */
  self: { id: string; origin: string };
  send(message: unknown): Promise<unknown>;
  /** `receive` decides at once whether a message is ours: `undefined` leaves it to others. Answers the way to stop. */
  listen(receive: (message: unknown, sender: Sender) => Promise<unknown> | undefined): () => void;
};

/** What a handler gets: the request as its schema leaves it, defaults filled in. */
export type Parsed<T extends MessageType> = z.output<(typeof protocol)[T]['request']>;
export type Handlers = { [T in MessageType]?: (request: Parsed<T>, sender: Sender) => Promise<Response<T>> };

/** A message that could not be sent, was answered by nobody, or whose handler failed. */
export class MessageError extends Error {
  constructor(type: string, reason: string) {
    super(`${type}: ${reason}`);
    this.name = 'MessageError';
  }
}

const isMessageType = (type: unknown): type is MessageType => typeof type === 'string' && Object.hasOwn(protocol, type);

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** A page of this very extension: a content script has our id too, but a web page's address. */
const isOwnPage = (sender: Sender, self: Wire['self']) =>
  sender.id === self.id && sender.url !== undefined && sender.url.startsWith(`${self.origin}/`);

/** Our own script in a tab's page; a page of ours that stands in a tab is none. */
const isContent = (sender: Sender, self: Wire['self']) =>
  sender.id === self.id && sender.tab?.id !== undefined && !isOwnPage(sender, self);

const senderChecks: Record<MessageDefinition['from'], typeof isOwnPage> = { extension: isOwnPage, content: isContent };

/**
 * Typed messages over a wire. `send` parses the answer and throws `MessageError`; `handle` checks the sender before it
 * looks at the message, parses the request, and answers failures as data.
 */
export function createTransport(wire: Wire) {
  const send = async <T extends MessageType>(type: T, request: Request<T>): Promise<Response<T>> => {
    let answer: unknown;
    try {
      answer = await wire.send({ type, request });
    } catch (cause) {
      throw new MessageError(type, reasonOf(cause));
    }
    if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
      throw new MessageError(type, 'nobody answered');
    }
    if (answer.ok !== true) throw new MessageError(type, 'error' in answer ? String(answer.error) : 'failed');
    const parsed = protocol[type].response.safeParse('response' in answer ? answer.response : undefined);
    if (!parsed.success) throw new MessageError(type, `answer not understood: ${parsed.error.message}`);
    return parsed.data as Response<T>;
  };

  const answer = async <T extends MessageType>(
    type: T,
    handler: NonNullable<Handlers[T]>,
    request: unknown,
    sender: Sender,
  ) => {
    const parsed = protocol[type].request.safeParse(request);
    if (!parsed.success) return { ok: false, error: `request not understood: ${parsed.error.message}` };
    try {
      return { ok: true, response: await handler(parsed.data as Parsed<T>, sender) };
    } catch (cause) {
      return { ok: false, error: reasonOf(cause) };
    }
  };

  const handle = (handlers: Handlers) =>
    wire.listen((message, sender) => {
      if (sender.id !== wire.self.id) return undefined;
      if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
      const { type } = message;
      if (!isMessageType(type) || !senderChecks[protocol[type].from](sender, wire.self)) return undefined;
      const handler = handlers[type];
      if (!handler) return undefined;
      return answer(type, handler as never, 'request' in message ? message.request : undefined, sender);
    });

  return { send, handle };
}

/** The browser's own channel between the extension's pages and its background. */
function browserWire(): Wire {
  return {
    self: { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin },
    send: (message) => browser.runtime.sendMessage(message),
    listen(receive) {
      const listener = (message: unknown, sender: Sender, sendResponse: (answer: unknown) => void) => {
        const answer = receive(message, sender);
        if (!answer) return undefined;
        answer.then(sendResponse);
        return true as const;
      };
      browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
      return () =>
        browser.runtime.onMessage.removeListener(
          listener as Parameters<typeof browser.runtime.onMessage.removeListener>[0],
        );
    },
  };
}

let own: ReturnType<typeof createTransport> | undefined;
const transport = () => {
  own ??= createTransport(browserWire());
  return own;
};

/** Sends a message to the background and answers what it says. Throws `MessageError` when it can't or the other side failed. */
export const sendMessage = <T extends MessageType>(type: T, request: Request<T>): Promise<Response<T>> =>
  transport().send(type, request);

/** Registers the handlers of this context (the background's). Out: the way to stop. */
export const onMessage = (handlers: Handlers): (() => void) => transport().handle(handlers);
