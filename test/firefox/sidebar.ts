import { type Driver, keys } from './driver.ts';
import { readManifest } from './launch.ts';
import { byRole } from './roles.ts';

const widget = readManifest()
  .browser_specific_settings.gecko.id.toLowerCase()
  .replace(/[^a-z0-9_-]/g, '_');
/** What Firefox calls our side bar, and our button in its toolbar. */
export const sidebarId = `${widget}-sidebar-action`;
export const toolbarButton = `#${widget}-BAP`;

const inside = `browser.extension.getViews({ type: 'sidebar' })[0].document`;

/** The side bar of the window, seen from a page of ours behind it: Firefox's protocol itself speaks with tabs only. */
export class Sidebar {
  readonly #driver: Driver;
  readonly #lookout: string;
  /** In: the driver, a tab that shows a page of ours and is not in front. */
  constructor(driver: Driver, lookout: string) {
    this.#driver = driver;
    this.#lookout = lookout;
  }

  /** The value of an expression over `side`, the document of the side bar. */
  async run<T>(expression: string): Promise<T> {
    const before = await this.#driver.current();
    await this.#driver.to(this.#lookout, false);
    try {
      return await this.#driver.run<T>(`((side) => (${expression}))(${inside})`);
    } finally {
      await this.#driver.to(before, false);
    }
  }
  says(words: string): Promise<boolean> {
    return this.#driver.until(`“${words}” in the side bar`, () =>
      this.run<boolean>(`side.body.innerText.includes(${JSON.stringify(words)})`),
    );
  }
  /** Puts the focus on something of a role by its name, once it is there. */
  focus(role: string, name: string): Promise<boolean> {
    return this.#driver.until(`${role} “${name}” in the side bar`, () =>
      this.run<boolean>(`((found) => found ? (found.focus(), true) : false)(${byRole(role, name, 'side')}[0])`),
    );
  }
  /** Presses it by the Enter key. */
  async press(role: string, name: string): Promise<void> {
    await this.focus(role, name);
    await this.keys(keys.enter);
  }
  /** Real keys, held down together, to whatever has the focus in it. */
  async keys(...pressed: string[]): Promise<void> {
    await this.#driver.chrome(
      `document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser').focus()`,
    );
    await this.#driver.chordInWindow(...pressed);
  }
  isOpen(): Promise<boolean> {
    return this.#driver.chrome<boolean>(
      `SidebarController.isOpen && SidebarController.currentID === ${JSON.stringify(sidebarId)}`,
    );
  }
  /** Makes it as wide as somebody would drag it. */
  async setWidth(pixels: number): Promise<void> {
    await this.#driver.chrome(`void (document.getElementById('sidebar-box').style.width = '${pixels}px')`);
    await this.#driver.until('the width', () =>
      this.run<boolean>(`Math.abs(side.defaultView.innerWidth - ${pixels}) < 2`),
    );
  }
}
