import type { Ground } from './panes.ts';

/** Lightness 0–1 of a computed colour; undefined where nothing of it shows. */
function lightness(colour: string): number | undefined {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const [r = 0, g = 0, b = 0, alpha = 1] = numbers;
  if (!colour.startsWith('rgb') || alpha < 0.5) return undefined;
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/** Whether an element stands on light or dark ground: the page's own choice, not the system's. In: the element. */
export function groundOf(element: Element): Ground {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && view; at = at.parentElement) {
    const found = lightness(view.getComputedStyle(at).backgroundColor);
    if (found !== undefined) return found < 0.45 ? 'dark' : 'light';
  }
  return 'light';
}
