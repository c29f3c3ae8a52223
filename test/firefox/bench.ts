import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { servePractice } from '../practice/serve.ts';
import { Driver } from './driver.ts';
import { extension, startFirefox, uuid } from './launch.ts';
import { Sidebar } from './sidebar.ts';

/** Pictures of what was seen, to be looked at. */
export const pictures = process.env.LEADLIGHT_SHOTS ?? resolve(import.meta.dirname, '../../test-results/firefox');

/** Address of a page of the extension. */
export const ownPage = (path: string): string => `moz-extension://${uuid}/${path}`;
/** Address of a page of the workspace. */
export const workspacePage = (section: string): string => ownPage(`workspace.html#/${section}`);

/** Firefox with the practice web, our extension, its side bar, and a folder for downloads. */
export type Bench = {
  driver: Driver;
  sidebar: Sidebar;
  /** The tab that somebody looks at. */
  front: string;
  /** A tab of ours behind it. */
  lookout: string;
  /** Names of the files that were downloaded, with their folders. */
  arrived(): string[];
  downloads: string;
  picture(name: string, window?: boolean): Promise<void>;
  /** The page as the seeding of a book knows one. */
  page: Page;
  stop(): Promise<void>;
};

/** Starts all of it; the extension is installed and nothing else done. */
export async function setUp(): Promise<Bench> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const downloads = mkdtempSync(join(tmpdir(), 'leadlight-firefox-files-'));
  const web = await servePractice();
  const { marionette, stop } = await startFirefox({ webPort: web.port, downloads });
  const driver = new Driver(marionette);
  await marionette.send('WebDriver:SetWindowRect', { width: 1280, height: 860 });
  await install(driver);
  const front = await driver.current();
  const lookout = await driver.newTab(false);
  await driver.to(front);
  const waitForFunction = (work: () => Promise<boolean>) =>
    driver.until('what the page is waited for', () => driver.evaluate(work, undefined));
  const evaluate = <T, A>(work: (given: A) => Promise<T>, given: A) => driver.evaluate(work, given);
  return {
    driver,
    sidebar: new Sidebar(driver, lookout),
    front,
    lookout,
    downloads,
    arrived: () =>
      readdirSync(downloads, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.\w+$/.test(name))
        .sort(),
    picture: (name, window) => driver.picture(join(pictures, `${name}.png`), window),
    page: { evaluate, waitForFunction } as unknown as Page,
    async stop() {
      await stop();
      await web.stop();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** Installs the built extension, or anew over itself. */
export async function install(driver: Driver): Promise<void> {
  await driver.marionette.send('Addon:Install', { path: extension, temporary: true });
}
