import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import type { browser } from 'wxt/browser';
import type { ReadOutcome } from '../../lib/messaging/protocol.ts';
import { readMailFile } from '../../lib/reading/mail-file.ts';
import { type ExtensionBrowser, grantSites, launchExtension } from '../browser/extension-browser.ts';
import { type Input, isUtf8 } from './inputs.ts';

/** Inside a page of the extension. */
declare const chrome: typeof browser;

const everySite = ['http://*/*', 'https://*/*'];
const loadLimit = 10_000;
/** For one input, all in all. */
const inputLimit = 40_000;
/** A mailbox may hold a hundred thousand messages. */
const mailFileLimit = 1_800_000;

/** Why a mail file gave nothing, in words. */
const mailFileWords = {
  empty: 'the file is empty',
  notMail: 'the file holds no mail, mailbox or address card',
  broken: 'the file is damaged: ',
  tooBig: 'the file is too big',
  cancelled: 'called off',
  failed: '',
} as const;

type Lane = { page: Page; tabId: number; served: Extract<Input, { kind: 'page' }> | undefined };
type Answer = { ok: true; response: ReadOutcome } | { ok: false; error: string };

export type ReaderOptions = { extension: string; country?: string; lanes: number; args?: string[] };

/** Reads inputs with the built extension in one headless browser; starts it again when it dies. */
export class CaptureReader {
  readonly #options: ReaderOptions;
  readonly #profile = mkdtempSync(join(tmpdir(), 'leadlight-capture-'));
  #browser: ExtensionBrowser | undefined;
  #control: Page | undefined;
  #lanes: (Lane | undefined)[] = [];
  #starting: Promise<void> | undefined;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  async #start(): Promise<void> {
    const { extension, args = [] } = this.#options;
    const launch = { profile: this.#profile, extension, args };
    await grantSites(launch, everySite, true);
    this.#browser = await launchExtension(launch);
    this.#lanes = [];
    this.#browser.context.on('close', () => {
      this.#browser = undefined;
    });
    this.#control = await this.#browser.controlPage();
  }

  async #running(): Promise<{ browser: ExtensionBrowser; control: Page }> {
    if (!this.#browser) {
      this.#starting ??= this.#start().finally(() => {
        this.#starting = undefined;
      });
      await this.#starting;
    }
    if (!this.#browser || !this.#control) throw new Error('the browser did not start');
    return { browser: this.#browser, control: this.#control };
  }

  async #send(type: string, request: object): Promise<ReadOutcome> {
    const { control } = await this.#running();
    const answer = await control.evaluate(
      (message) => chrome.runtime.sendMessage(message) as Promise<Answer | undefined>,
      { type, request },
    );
    if (!answer) throw new Error('the extension did not answer');
    if (!answer.ok) throw new Error(answer.error);
    return answer.response;
  }

  /** A tab of its own: what it shows is served here, nothing else is let out, and it can open no other tab. */
  async #lane(index: number): Promise<Lane> {
    const existing = this.#lanes[index];
    if (existing && !existing.page.isClosed()) return existing;
    const { browser, control } = await this.#running();
    const page = await browser.context.newPage();
    const lane: Lane = { page, tabId: -1, served: undefined };
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('popup', (popup) => void popup.close());
    const mark = `https://saved.invalid/tab-${index}-${Date.now()}`;
    await page.route('**/*', async (route) => {
      const request = route.request();
      const { served } = lane;
      if (request.url() === mark) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      if (served && served.body === undefined) return route.continue();
      const wanted = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (!wanted) return route.abort();
      const same = served !== undefined && withoutHash(request.url()) === withoutHash(served.url);
      // "No content" keeps the page where it is when a script or a refresh wants to leave it.
      return same && served.body
        ? route.fulfill({ contentType: contentTypeOf(served.body), body: served.body })
        : route.fulfill({ status: 204 });
    });
    await page.goto(mark);
    lane.tabId = await control.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, mark);
    this.#lanes[index] = lane;
    return lane;
  }

  async #openPage(input: Extract<Input, { kind: 'page' }>, index: number, painted: boolean): Promise<Lane> {
    const lane = await this.#lane(index);
    lane.served = input;
    await lane.page.goto(input.url, { waitUntil: 'commit', timeout: loadLimit });
    // A page that never ends loading is read as it is.
    await lane.page.waitForLoadState('load', { timeout: loadLimit }).catch(() => undefined);
    if (painted) {
      await lane.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
      );
      await lane.page.evaluate(() => {
        const held: number[] = [];
        new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: 'longtask',
        });
        Object.assign(globalThis, { held });
      });
    }
    return lane;
  }

  /** Opens a page in one of the tabs and waits until it is painted. Out: a page of the extension, and the tab. */
  async open(input: Input, lane: number): Promise<{ control: Page; tabId: number }> {
    if (input.kind !== 'page') throw new Error('not a page');
    const { tabId } = await this.#openPage(input, lane, true);
    return { control: (await this.#running()).control, tabId };
  }

  async #readPage(input: Extract<Input, { kind: 'page' }>, index: number, painted: boolean): Promise<ReadOutcome> {
    const lane = await this.#openPage(input, index, painted);
    const { country } = this.#options;
    return this.#send('page.read', {
      tabId: lane.tabId,
      reason: 'commandLine',
      keep: false,
      ...(country && { country }),
    });
  }

  async #readText(input: Extract<Input, { kind: 'text' }>): Promise<ReadOutcome> {
    const { country } = this.#options;
    const { text, as, name } = input;
    return this.#send('text.read', { text, as, name, keep: false, ...(country && { country }) });
  }

  /** As the panel does: the file is streamed here, and the extension reads what is in it. */
  async #readMailFile({ name }: Extract<Input, { kind: 'mailFile' }>): Promise<ReadOutcome> {
    const { country } = this.#options;
    const outcome = await readMailFile(
      {
        file: await openAsBlob(name),
        name: basename(name),
        url: `pasted:${Date.now()}`,
        keep: false,
        own: { addresses: [], domains: [], never: [] },
        ...(country && { country }),
      },
      {
        now: () => Date.now(),
        read: (request) => this.#send('text.read', request),
        keep: () => Promise.reject(new Error('nothing is kept')),
      },
    );
    return outcome.ok ? outcome : { ok: false, refusal: 'failed', detail: mailFileWords[outcome.why] + outcome.detail };
  }

  #readInput(input: Input, lane: number, painted: boolean): Promise<ReadOutcome> {
    if (input.kind === 'page') return this.#readPage(input, lane, painted);
    return input.kind === 'text' ? this.#readText(input) : this.#readMailFile(input);
  }

  /**
   * Reads one input in one of the tabs, a page once it is loaded or only when it is painted too. Throws with the reason when it can't
   * be read; a browser that died is started anew once.
   */
  async read(input: Input, lane: number, painted = false): Promise<ReadOutcome> {
    for (let attempt = 0; ; attempt++) {
      const before = this.#browser ?? (await this.#running()).browser;
      const work = this.#readInput(input, lane, painted);
      const allowed = input.kind === 'mailFile' ? mailFileLimit : inputLimit;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`took longer than ${allowed / 1000} s`)), allowed);
      });
      try {
        return await Promise.race([work, limit]);
      } catch (cause) {
        work.catch(() => undefined);
        const page = this.#lanes[lane]?.page;
        this.#lanes[lane] = undefined;
        await Promise.race([page?.close(), new Promise((done) => setTimeout(done, 2000))]).catch(() => undefined);
        if (this.#browser === before || attempt > 0) throw cause;
      } finally {
        clearTimeout(timer);
      }
    }
  }

  /** How long the page of a lane was held at a time since it was painted; only what browsers call a long task, of more than 50 ms. */
  async longTasks(lane: number): Promise<number[]> {
    const page = this.#lanes[lane]?.page;
    if (!page) throw new Error('no page is open');
    // told in a task of its own
    return page.evaluate(
      () =>
        new Promise<number[]>((done) => setTimeout(() => done((globalThis as unknown as { held: number[] }).held), 60)),
    );
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

/** A page saved as UTF-8 that does not say so is not left to a guess. */
const contentTypeOf = (body: Buffer) =>
  !/charset/i.test(body.subarray(0, 2048).toString('latin1')) && isUtf8(body)
    ? 'text/html; charset=utf-8'
    : 'text/html';

const withoutHash = (url: string) => url.replace(/#.*$/, '');
