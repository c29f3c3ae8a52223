import { describe, expect, it, vi } from 'vitest';
import { createTransport, MessageError, type Sender } from '../../../lib/messaging/transport.ts';
import { memoryWire } from './memory-wire.ts';

const ownPage: Sender = { id: 'own', url: 'chrome-extension://own/sidepanel.html' };
const refused = { ok: false as const, refusal: 'pdf' as const, detail: '' };

describe('messages', () => {
  it('fills in defaults on the way there and answers what the handler says', async () => {
    const { send, handle } = createTransport(memoryWire(ownPage));
    const read = vi.fn(async () => refused);
    handle({ 'page.read': read });
    await expect(send('page.read', { tabId: 3, reason: 'user' })).resolves.toEqual(refused);
    expect(read).toHaveBeenCalledWith({ tabId: 3, reason: 'user', keep: true }, ownPage);
  });

  it.each([
    ['a web page', { id: undefined, url: 'https://evil.example/' }],
    ['our own content script', { id: 'own', url: 'https://evil.example/' }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }],
    ['a look-alike origin', { id: 'own', url: 'chrome-extension://own.evil.example/' }],
    ['nobody', {}],
  ])('never answers %s', async (_who, sender) => {
    const { send, handle } = createTransport(memoryWire(sender));
    const read = vi.fn(async () => refused);
    handle({ 'page.read': read });
    await expect(send('page.read', { tabId: 3, reason: 'user' })).rejects.toThrow('nobody answered');
    expect(read).not.toHaveBeenCalled();
  });

  it('hears from the script in a tab’s page that it grew, and only from it', async () => {
    const script: Sender = { id: 'own', url: 'https://fair.example/', tab: { id: 7 } };
    const grew = vi.fn(async () => ({ watch: true, added: 2 }));
    const from = (sender: Sender) => {
      const { send, handle } = createTransport(memoryWire(sender));
      handle({ 'page.grew': grew });
      return send('page.grew', {});
    };
    await expect(from(script)).resolves.toEqual({ watch: true, added: 2 });
    expect(grew).toHaveBeenCalledWith({}, script);
    for (const other of [
      ownPage,
      { ...script, id: 'other' },
      { id: 'own', url: 'https://fair.example/' },
      { ...ownPage, tab: { id: 7 } },
    ])
      await expect(from(other)).rejects.toThrow('nobody answered');
    expect(grew).toHaveBeenCalledTimes(1);
  });

  it('says when a request, an answer or a handler is wrong', async () => {
    const { send, handle } = createTransport(memoryWire(ownPage));
    const stop = handle({ 'page.read': async () => ({ ok: true }) as never });
    await expect(send('page.read', { tabId: 'three' as never, reason: 'user' })).rejects.toThrow(/not understood/);
    await expect(send('page.read', { tabId: 3, reason: 'user' })).rejects.toThrow(/answer not understood/);
    stop();
    handle({ 'page.read': () => Promise.reject(new Error('disk full')) });
    await expect(send('page.read', { tabId: 3, reason: 'user' })).rejects.toThrow(
      new MessageError('page.read', 'disk full'),
    );
  });

  it('leaves unknown messages alone', async () => {
    const wire = memoryWire(ownPage);
    createTransport(wire).handle({ 'page.read': async () => refused });
    for (const message of [null, 'x', {}, { type: 'toString' }, { type: 'text.read' }]) {
      await expect(wire.send(message)).resolves.toBeUndefined();
    }
  });
});
