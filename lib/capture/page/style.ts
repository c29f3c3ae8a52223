import { attribute, attributeNames, hasAttribute } from './dom.ts';

/** How an element takes part in lines: breaks them, stands in them as a box of its own, or flows along. */
export type Display = 'block' | 'inlineBlock' | 'inline' | 'none';

/** What is known of an element's look; looked up bit by bit, only when asked. */
export type Look = {
  el: Element;
  tag: string;
  display: Display;
  style: CSSStyleDeclaration | undefined;
  visible?: boolean;
  keepsBreaks?: boolean;
  /** Looks of its children that have no attribute but a class, by tag and class. */
  children?: Map<string, Look>;
};

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
const preTags = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea']);

function displayOf(display: string, tag: string): Display {
  if (display === 'none') return 'none';
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'inline';
  if (display.startsWith('inline')) return 'inlineBlock';
  if (display === '') return blockTags.has(tag) ? 'block' : 'inline';
  return 'block';
}

/**
 * Looks styles up as seldom as it can: asking the browser is what costs most of a reading. Siblings of one tag and class
 * with no other attribute look alike (rules by position, like `:nth-child`, are left aside on purpose).
 */
export function createStyleReader(view: (Window & typeof globalThis) | null) {
  const styleOf = view ? view.getComputedStyle.bind(view) : undefined;

  const ask = (el: Element, tag: string): Look => {
    if (!styleOf)
      return { el, tag, display: hasAttribute(el, 'hidden') ? 'none' : displayOf('', tag), style: undefined };
    const style = styleOf(el);
    return { el, tag, display: displayOf(style.display, tag), style };
  };

  /** In: the element, its tag, and the look of the element it stands in. */
  const look = (el: Element, tag: string, parent: Look | undefined): Look => {
    if (!parent) return ask(el, tag);
    const names = attributeNames(el);
    if (names.length > 1 || (names.length === 1 && names[0] !== 'class')) return ask(el, tag);
    const key = names.length === 0 ? tag : `${tag} ${attribute(el, 'class')}`;
    parent.children ??= new Map();
    let found = parent.children.get(key);
    if (!found) {
      found = ask(el, tag);
      parent.children.set(key, found);
    }
    return found;
  };

  const isVisible = (of: Look): boolean => {
    of.visible ??= !of.style || !/hidden|collapse/.test(of.style.visibility);
    return of.visible;
  };

  /** Whether line breaks in the source are line breaks to the eye. */
  const keepsBreaks = (of: Look): boolean => {
    of.keepsBreaks ??= preTags.has(of.tag) || (of.style !== undefined && /pre|break-sp/.test(of.style.whiteSpace));
    return of.keepsBreaks;
  };

  return { look, isVisible, keepsBreaks };
}
