import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Marionette } from './marionette.ts';
import { byRole } from './roles.ts';

/** Keys as WebDriver names them. */
export const keys = {
  alt: '\uE00A',
  control: '\uE009',
  shift: '\uE008',
  enter: '\uE007',
  escape: '\uE00C',
  tab: '\uE004',
  down: '\uE015',
  left: '\uE012',
  right: '\uE014',
} as const;

const firstOf = (found: unknown): string => String(Object.values(found as object)[0]);

/** One Firefox with its tabs and its own window, driven by clicks and keys as a person makes them. */
export class Driver {
  readonly marionette: Marionette;
  constructor(marionette: Marionette) {
    this.marionette = marionette;
  }

  /** The value of an expression in the page; a promise is waited for. */
  async run<T>(expression: string): Promise<T> {
    const [value, threw] = (await this.marionette.run(
      `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then((value) => done([value]), (cause) => done([null, String(cause)]));`,
    )) as [T, string?];
    if (threw !== undefined) throw new Error(threw);
    return value;
  }
  /** Runs a function in the page. In: what it takes; both go and come as JSON. */
  evaluate<T, A>(work: (given: A) => T | Promise<T>, given: A): Promise<T> {
    return this.run(`(${work.toString()})(${JSON.stringify(given)})`);
  }
  /** As `run`, with the rights of the browser itself. In: a script whose last argument is the callback. */
  privileged(script: string): Promise<unknown> {
    return this.marionette.send('WebDriver:ExecuteAsyncScript', { script, args: [], sandbox: 'system' });
  }
  /** The value of an expression in the browser's own window, and nothing in the page meanwhile. */
  chrome<T>(expression: string): Promise<T> {
    return this.#inChrome(() => this.run<T>(expression));
  }
  async #inChrome<T>(work: () => Promise<T>): Promise<T> {
    await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work();
    } finally {
      await this.marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  go(url: string): Promise<unknown> {
    return this.marionette.send('WebDriver:Navigate', { url });
  }
  async find(css: string): Promise<string> {
    return firstOf(await this.marionette.send('WebDriver:FindElement', { using: 'css selector', value: css }));
  }
  async click(css: string): Promise<void> {
    await this.marionette.send('WebDriver:ElementClick', { id: await this.find(css) });
  }
  async type(css: string, text: string): Promise<void> {
    await this.marionette.send('WebDriver:ElementSendKeys', { id: await this.find(css), text });
  }
  /** A real click on the first of a role with this name, once it is there; the browser refuses it where something lies over it. */
  async press(role: string, name: string): Promise<void> {
    await this.#act(role, name, (id) => this.marionette.send('WebDriver:ElementClick', { id }));
  }
  /** Types into the field of this name. A date is typed as its value. */
  async fill(name: string, text: string): Promise<void> {
    await this.#act('textbox', name, (id) => this.marionette.send('WebDriver:ElementSendKeys', { id, text }));
  }
  #act(role: string, name: string, act: (id: string) => Promise<unknown>): Promise<unknown> {
    return this.until(`${role} “${name}”`, async () => {
      const found = await this.run<object | null>(`${byRole(role, name)}[0] ?? null`);
      if (!found) return false;
      await act(firstOf(found));
      return true;
    });
  }
  /** Keys held down together, in the page or in the browser's own window. */
  async chord(...pressed: string[]): Promise<void> {
    const actions = [
      ...pressed.map((value) => ({ type: 'keyDown', value })),
      ...pressed.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }
  /** Letters one after the other. */
  async letters(text: string): Promise<void> {
    for (const letter of text) await this.chord(letter);
  }
  /** As `chord`, to whatever has the focus in the browser's window: the page, the side bar, or the browser's own shortcuts. */
  chordInWindow(...pressed: string[]): Promise<void> {
    return this.#inChrome(() => this.chord(...pressed));
  }
  /** A real click in the browser's own window. */
  clickInWindow(css: string): Promise<void> {
    return this.#inChrome(() => this.click(css));
  }
  async pointer(at: { x: number; y: number }, press: boolean): Promise<void> {
    const move = { type: 'pointerMove', origin: 'viewport', x: at.x, y: at.y, duration: 20 };
    const actions = press ? [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] : [move];
    const source = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.marionette.send('WebDriver:PerformActions', { actions: [source] });
  }

  /** Into a frame of the page, or back to the page. */
  async frame(css: string | undefined): Promise<void> {
    if (css === undefined) await this.marionette.send('WebDriver:SwitchToFrame', { id: null });
    else await this.marionette.send('WebDriver:SwitchToFrame', { element: await this.find(css) });
  }
  handles(): Promise<string[]> {
    return this.marionette.send('WebDriver:GetWindowHandles') as Promise<string[]>;
  }
  current(): Promise<string> {
    return this.marionette.send('WebDriver:GetWindowHandle') as Promise<string>;
  }
  /** Speaks with another tab from now on; `focus: false` leaves in front what is there. */
  async to(handle: string, focus = true): Promise<void> {
    await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus });
  }
  async newTab(focus = true): Promise<string> {
    const answer = await this.marionette.send('WebDriver:NewWindow', { type: 'tab', focus });
    const { handle } = answer as { handle: string };
    await this.to(handle, focus);
    return handle;
  }

  /** Asks until the answer is something; what fails meanwhile is told only when the time is over. */
  async until<T>(what: string, ask: () => Promise<T | undefined | false | null>, limit = 20_000): Promise<T> {
    const until = Date.now() + limit;
    let last: unknown;
    for (;;) {
      const answer = await ask().catch((cause: unknown) => {
        last = cause;
        return undefined;
      });
      if (answer) return answer;
      if (Date.now() > until) throw new Error(`waited for ${what}${last === undefined ? '' : ` (${String(last)})`}`);
      await sleep(100);
    }
  }
  /** Waits for words anywhere in the page. */
  says(words: string): Promise<boolean> {
    return this.until(`“${words}”`, () =>
      this.run<boolean>(`document.body.innerText.includes(${JSON.stringify(words)})`),
    );
  }
  /** Waits until there is something of a role with this name. */
  sees(role: string, name: string): Promise<boolean> {
    return this.until(`${role} “${name}”`, () => this.run<boolean>(`${byRole(role, name)}.length > 0`));
  }

  /** A picture of the page, or of the whole window with the side bar. In: the file. */
  async picture(file: string, window = false): Promise<void> {
    const shoot = () => this.marionette.send('WebDriver:TakeScreenshot', { full: false, hash: false });
    const picture = await (window ? this.#inChrome(shoot) : shoot());
    writeFileSync(file, Buffer.from(String(picture), 'base64'));
  }
}
