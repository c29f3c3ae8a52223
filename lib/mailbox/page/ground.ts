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

/** The grounds of a page's parts, asked of the browser once for each: asking makes it work out styles. */
export type Grounds = { at(anchor: Element, where: string): Ground; stop(): void };

/**
 * Rows stand on one ground all, a header on that of what is around it; forgotten when the page changes its colours. In: the document,
 * whom to tell of that.
 */
export function createGrounds(doc: Document, onChange: () => void): Grounds {
  let known = new WeakMap<Element, Ground>();
  let rows: Ground | undefined;
  const observer = new MutationObserver(() => {
    known = new WeakMap();
    rows = undefined;
    onChange();
  });
  const filter = ['class', 'style', 'data-theme', 'data-color-scheme', 'data-bs-theme', 'theme'];
  for (const element of [doc.documentElement, doc.body]) {
    if (element) observer.observe(element, { attributes: true, attributeFilter: filter });
  }
  return {
    at(anchor, where) {
      if (where === 'row') {
        rows ??= groundOf(anchor);
        return rows;
      }
      const place = anchor.parentElement ?? anchor;
      const ground = known.get(place) ?? groundOf(place);
      known.set(place, ground);
      return ground;
    },
    stop: () => observer.disconnect(),
  };
}
