import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Stop = { element: HTMLElement; name: string; before: string; isReached: boolean; isSeen: boolean };
/** Kept in the page between the steps of the look at its keys. */
type Watched = { stops: Stop[] };

/**
 * What Tab reaches in a page, and how it looks there. Tab is pressed as often as there are stops and some times more.
 * Out: the names of the stops that it did not come to (a trap, or something in between), and of those that look the same with
 * the focus as without.
 */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const looks = (element: HTMLElement) => {
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
      // A field may be framed as a whole with what stands beside it.
      const frame = element.matches('input') ? element.parentElement : undefined;
      return [frame, active, element, ...[...element.querySelectorAll('*')].slice(0, 200)]
        .map((one) => {
          if (!one) return '';
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(one);
          const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
          return `${outline} ${boxShadow} ${borderColor}`;
        })
        .join('|');
    };
    const isStop = (element: HTMLElement) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, input[type=hidden], input[type=radio]:not(:checked)') &&
      !element.closest('[inert], [aria-hidden=true]') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getClientRects().length > 0;
    (document.activeElement as HTMLElement | null)?.blur();
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
    // Behind a dialog the page waits: radix hides it from screen readers, and Tab goes round within.
    const scope = dialog ?? document;
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const stops = [...scope.querySelectorAll<HTMLElement>(selector)].filter(isStop).map((element) => ({
      element,
      name: `${element.getAttribute('role') ?? element.tagName} “${element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 40)}”`,
      before: looks(element),
      isReached: false,
      isSeen: element.matches('[role=radiogroup], [role=tablist], [role=group]'),
    }));
    document.addEventListener('focusin', ({ target }) => {
      const stop = stops.find(({ element }) => element === target);
      if (!stop) return;
      stop.isReached = true;
      if (looks(stop.element) !== stop.before) stop.isSeen = true;
      // Some draw where they are only once they were told.
      requestAnimationFrame(() => {
        if (document.activeElement === stop.element && looks(stop.element) !== stop.before) stop.isSeen = true;
      });
    });
    Object.assign(globalThis, { stops } satisfies Watched);
    // A date is several stops.
    return stops.reduce((sum, { element }) => sum + (element.matches('[type=date], [type=time]') ? 4 : 1), 0);
  });
  const isDone = () =>
    page.evaluate(() => (globalThis as unknown as Watched).stops.every(({ isReached }) => isReached));
  // Once round; where a frame stood in between, or the walk began in the middle, once more.
  for (let round = 0; round < 2 && !(round > 0 && (await isDone())); round++)
    for (let press = 0; press < count + 6; press++) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { stops } = globalThis as unknown as Watched;
    const reached = stops.filter(({ isReached }) => isReached);
    return stops.flatMap((stop) => {
      // What the walk itself took away or drew anew is no finding; a group hands its focus to one of its own.
      if (
        !stop.element.isConnected ||
        reached.some(({ element }) => element !== stop.element && stop.element.contains(element))
      )
        return [];
      if (!stop.isReached) return [`not reached: ${stop.name}`];
      return stop.isSeen ? [] : [`focus not seen: ${stop.name}`];
    });
  });
}

/**
 * What runs out of the window or is cut off without a way to it. Tables and boards, which have two directions by nature, may
 * scroll within themselves. Out: what is lost, in words.
 */
export const lossFindings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 1) found.push(`the page is ${wide} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (
        element.closest('[role=grid], [role=listbox], table, svg, [inert], section:has([role=listbox])') ||
        element.clientWidth <= 1
      )
        continue;
      if (element.querySelector('table, [role=grid], [role=listbox]') || !element.checkVisibility()) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const [x, y] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
      const isLeaf =
        element.children.length === 0 && textOverflow !== 'ellipsis' && (element.textContent ?? '').trim() !== '';
      if (/auto|scroll/.test(overflowX) && x > 1) found.push(`scrolls ${x} px to the side: ${name(element)}`);
      if (isLeaf && /hidden|clip/.test(overflowX) && x > 1) found.push(`cut off by ${x} px: ${name(element)}`);
      if (isLeaf && /hidden|clip/.test(overflowY) && y > 3) found.push(`cut off below by ${y} px: ${name(element)}`);
      const { left, right } = element.getBoundingClientRect();
      if (isLeaf && (right > window.innerWidth + 1 || left < -1)) found.push(`outside the window: ${name(element)}`);
    }
    return found;
  });

/**
 * What axe finds, sizes of targets (2.5.8) included; a second look is taken before it is believed: a notice may have come.
 * In: the page, whether all is looked at or only what hangs on colours.
 */
export async function axeFindings(page: Page, { isWhole }: { isWhole: boolean }, looks = 2): Promise<string[]> {
  const options = isWhole ? { rules: { 'target-size': { enabled: true } } } : { runOnly: ['color-contrast'] };
  // Legacy mode: the panel's client cannot open the page that axe would finish in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  if (violations.length > 0 && looks > 1) {
    await page.waitForTimeout(500);
    return axeFindings(page, { isWhole }, looks - 1);
  }
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
