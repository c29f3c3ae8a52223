// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchMailbox } from '../../../lib/mailbox/page/resident.ts';
import type { Wire } from '../../../lib/mailbox/page/wire.ts';
import type { MailMark, MailPerson } from '../../../lib/messaging/protocol.ts';

const roots = new Map<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;

type Lookup = { people: MailPerson[]; owner?: string };

/** A background that knows one person, and counts what it is asked. */
function fakeWire() {
  const asked: Lookup[] = [];
  let change = (): void => undefined;
  const state = { alive: true, on: true, rows: true, known: new Set(['lena@alder-conveyors.example']) };
  const markOf = ({ address }: MailPerson): MailMark =>
    state.known.has(address)
      ? { state: 'known', label: `${address}: B prospect`, tier: 'B', customer: false }
      : /^(?:no-reply|me)@/.test(address)
        ? { state: 'none' }
        : address.endsWith('a1der.example')
          ? { state: 'warn', label: `Look twice: ${address}`, line: 'Look twice' }
          : { state: 'stranger', label: `+ ${address}` };
  const ask = async (type: string, request: unknown) => {
    if (type !== 'mail.lookup') return undefined;
    const lookup = request as Lookup;
    asked.push(lookup);
    return { on: state.on, rows: state.rows, marks: lookup.people.map(markOf) };
  };
  const wire: Wire = {
    alive: () => state.alive,
    ask: ask as Wire['ask'],
    onChange(listener) {
      change = listener;
      return () => {
        change = () => undefined;
      };
    },
  };
  return { wire, asked, state, changed: () => change() };
}

const row = (address: string, name: string) =>
  `<tr class="message"><td class="subject"><span class="fromto"><span class="adr"><span class="rcmContactAddress" title="${address}">${name}</span></span></span></td></tr>`;
const page = (rows: string) => `<table id="messagelist" class="messagelist"><tbody>${rows}</tbody></table>`;

/** What each chip says, beside whom. */
const chips = () =>
  [...document.querySelectorAll('span')].flatMap((host) => {
    const label = roots.get(host)?.querySelector('button')?.getAttribute('aria-label');
    return label ? [`${host.previousElementSibling?.getAttribute('title') ?? '?'} = ${label}`] : [];
  });
const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await vi.advanceTimersByTimeAsync(40);
};

let stop: (() => void) | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  // jsdom never rests.
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback, 1));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {
        return undefined;
      }
      unobserve() {
        return undefined;
      }
      disconnect() {
        return undefined;
      }
    },
  );
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  document.body.className = 'task-mail action-none';
  document.body.innerHTML = page(
    row('lena@alder-conveyors.example', 'Lena') + row('a@x.example', 'A') + row('no-reply@x.example', 'X'),
  );
});
afterEach(() => {
  stop?.();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Element.prototype.attachShadow = attach;
});

describe('the script that stays in a mailbox', () => {
  it('asks once for all that the page shows, and puts the right chip beside each', async () => {
    const { wire, asked } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.people.map(({ address }) => address)).toEqual([
      'lena@alder-conveyors.example',
      'a@x.example',
      'no-reply@x.example',
    ]);
    expect(chips()).toEqual([
      'lena@alder-conveyors.example = lena@alder-conveyors.example: B prospect',
      'a@x.example = + a@x.example',
    ]);
  });

  it('does nothing while the page stands still', async () => {
    const { wire, asked } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes the chip from a row that is given to somebody else before anything is painted', async () => {
    const { wire } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    const sender = document.querySelector('.rcmContactAddress');
    sender?.setAttribute('title', 'b@y.example');
    await Promise.resolve();
    expect(chips()).toEqual(['a@x.example = + a@x.example']);
    await settled();
    expect(chips()).toEqual(['b@y.example = + b@y.example', 'a@x.example = + a@x.example']);
  });

  it('puts chips beside the recipients of a mail that the owner sent', async () => {
    history.replaceState(null, '', '/?_task=mail&_mbox=Sent&_action=show');
    const adr = (address: string) =>
      `<span class="adr"><span class="rcmContactAddress" title="${address}">X</span></span>`;
    document.body.className = 'task-mail action-show';
    document.body.innerHTML = `<h2 class="subject">Offer</h2><table><tr><td class="header from">${adr('me@x.example')}</td></tr>
      <tr><td class="header to">${adr('lena@alder-conveyors.example')}, ${adr('c@z.example')}</td></tr></table><div id="messagebody">Hello, here it is.</div>`;
    const { wire } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    history.replaceState(null, '', '/');
    expect(chips()).toEqual([
      'lena@alder-conveyors.example = lena@alder-conveyors.example: B prospect',
      'c@z.example = + c@z.example',
    ]);
  });

  it('recipients in a field of text: one has its chip, of several only the one to be warned of', async () => {
    document.body.className = 'task-mail action-compose';
    document.body.innerHTML = '<table><tr><td class="editfield"><textarea id="_to"></textarea></td></tr></table>';
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    const type = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settled();
      return chips().map((chip) => chip.split(' = ')[1]);
    };
    const { wire } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    expect(await type('Lena <lena@alder-conveyors.example>')).toEqual(['lena@alder-conveyors.example: B prospect']);
    expect(await type('Lena <lena@alder-conveyors.example>, c@z.example')).toEqual([]);
    expect(await type('lena@alder-conveyors.example, lena@a1der.example')).toEqual(['Look twice: lena@a1der.example']);
    expect(await type('')).toEqual([]);
  });

  it('goes on with a row that is given to others again and again', async () => {
    const { wire } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    const sender = document.querySelector('.rcmContactAddress');
    for (let turn = 0; turn < 60; turn++) {
      sender?.setAttribute('title', `b${turn}@y.example`);
      await settled();
    }
    expect(chips()[0]).toBe('b59@y.example = + b59@y.example');
  });

  it('shows at once what changed in the book', async () => {
    const { wire, state, changed } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    state.known.add('a@x.example');
    changed();
    await settled();
    expect(chips()[1]).toBe('a@x.example = a@x.example: B prospect');
  });

  it('leaves rows alone where the user wants that, and takes them up again', async () => {
    const { wire, state, changed } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    state.rows = false;
    changed();
    await settled();
    expect(chips()).toEqual([]);
    state.rows = true;
    changed();
    await settled();
    expect(chips()).toHaveLength(2);
  });

  it('takes everything away when the mailbox is switched off', async () => {
    const { wire, state, changed } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    state.on = false;
    changed();
    await settled();
    expect(chips()).toEqual([]);
    document.querySelector('tbody')?.insertAdjacentHTML('beforeend', row('c@z.example', 'C'));
    await settled();
    expect(chips()).toEqual([]);
  });

  it('goes quiet, chips and all, once the extension is gone from under it', async () => {
    const { wire, asked, state } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    state.alive = false;
    document.querySelector('tbody')?.insertAdjacentHTML('beforeend', row('c@z.example', 'C'));
    await settled();
    expect(chips()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('puts a chip back that the page took out, but not for ever', async () => {
    const { wire } = fakeWire();
    stop = watchMailbox(document, 'mail.firm.example', wire);
    await settled();
    let thrown = 0;
    for (let turn = 0; turn < 60; turn++) {
      for (const host of document.querySelectorAll('.adr > span:not(.rcmContactAddress)')) {
        host.remove();
        thrown += 1;
      }
      document.querySelector('tbody')?.setAttribute('title', String(turn));
      await settled();
    }
    expect(chips()).toEqual([]);
    expect(thrown).toBeLessThan(60);
  });
});
