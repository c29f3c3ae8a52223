import fc from 'fast-check';
import { type MessageType, protocol } from '../../../lib/messaging/protocol.ts';
import { createTransport, type Handlers, type Sender } from '../../../lib/messaging/transport.ts';
import { memoryWire } from '../../unit/messaging/memory-wire.ts';
import { brokenJson } from '../broken-json.ts';
import { subject } from '../subject.ts';
import { words } from '../words.ts';

const types = Object.keys(protocol) as MessageType[];
const requests: Partial<Record<MessageType, unknown>> = {
  'page.read': { tabId: 1, reason: 'user', keep: true },
  'text.read': { text: 'Jane Roe', as: 'text' },
  'mail.lookup': { people: [{ address: 'jane@roe.example', name: 'Jane', where: 'row' }] },
  'mail.card': { person: { address: 'jane@roe.example', where: 'message' } },
  'pick.start': { tabId: 1, mode: 'card', label: 'a', hint: 'b' },
};

const page = 'https://mail.firm.example/';
const senders: fc.Arbitrary<{ sender: Sender; is: 'ours' | 'content' | 'nobody' }> = fc.constantFrom(
  { sender: { id: 'own', url: 'chrome-extension://own/sidepanel.html' }, is: 'ours' },
  { sender: { id: 'own', url: 'chrome-extension://own/workspace.html', tab: { id: 3 } }, is: 'ours' },
  { sender: { id: 'own', url: page, tab: { id: 1 } }, is: 'content' },
  { sender: { id: 'own', url: 'about:blank', origin: 'null', tab: { id: 1 } }, is: 'content' },
  { sender: { id: 'own', url: page }, is: 'nobody' },
  { sender: { id: 'own' }, is: 'nobody' },
  { sender: { id: 'own', url: 'chrome-extension://own.evil.example/sidepanel.html' }, is: 'nobody' },
  { sender: { id: 'other', url: 'chrome-extension://own/sidepanel.html' }, is: 'nobody' },
  { sender: { id: 'other', url: 'chrome-extension://other/x.html', tab: { id: 1 } }, is: 'nobody' },
  { sender: { url: page, tab: { id: 1 } }, is: 'nobody' },
);

const sent = fc.record({
  from: senders,
  message: fc.oneof(
    fc.constantFrom(...types).chain((type) => brokenJson({ type, request: requests[type] ?? {} })),
    fc.record({ type: fc.oneof(words, fc.constantFrom('__proto__', 'constructor', ...types)), request: fc.anything() }),
    fc.jsonValue({ maxDepth: 3 }),
  ),
});

/** Sends what anybody might send: only who may is answered, with what the protocol has, and nothing is thrown at the sender. */
async function sendOne({ from: { sender, is }, message }: typeof sent extends fc.Arbitrary<infer T> ? T : never) {
  const wire = memoryWire(sender);
  const done: MessageType[] = [];
  const handlers = Object.fromEntries(
    types.map((type) => [
      type,
      async () => {
        done.push(type);
        throw new Error('done');
      },
    ]),
  ) as Handlers;
  createTransport(wire).handle(handlers);
  // What the browser could not copy is never sent.
  const copied = JSON.stringify(message);
  if (copied === undefined) return;
  const answer = await wire.send(JSON.parse(copied));
  const allowed = is === 'nobody' ? undefined : is === 'ours' ? 'extension' : 'content';
  for (const type of done) if (protocol[type].from !== allowed) throw new Error(`${type} was done for ${is}`);
  if (is === 'nobody' && answer !== undefined) throw new Error('somebody who may not was answered');
}

export const messages = [subject('messages of anybody', 60, sent, sendOne)];
