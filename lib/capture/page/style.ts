import { attribute, attributeNames, hasAttribute } from './dom.ts';

/** How an element takes part in lines: breaks them, stands in them as a box of its own, or flows along. */
export type Display = 'block' | 'inlineBlock' | 'inline' | 'none';

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
const preTags = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea']);

function kindOf(display: string, tag: string): Display {
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
  const known = new WeakMap<object, Map<string, Display>>();
  const styleOf = view ? view.getComputedStyle.bind(view) : undefined;

  const look = (el: Element, tag: string): Display => {
    if (!styleOf) return hasAttribute(el, 'hidden') ? 'none' : kindOf('', tag);
    return kindOf(styleOf(el).display, tag);
  };

  /** In: the element, its tag, and the element it stands in. */
  const display = (el: Element, tag: string, parent: object | undefined): Display => {
    const names = attributeNames(el);
    if (!parent || names.length > 1 || (names.length === 1 && names[0] !== 'class')) return look(el, tag);
    const key = names.length === 0 ? tag : `${tag} ${attribute(el, 'class')}`;
    let siblings = known.get(parent);
    if (!siblings) {
      siblings = new Map();
      known.set(parent, siblings);
    }
    let found = siblings.get(key);
    if (found === undefined) {
      found = look(el, tag);
      siblings.set(key, found);
    }
    return found;
  };

  const visible = (node: Node): boolean =>
    !styleOf || !(node instanceof Element) || !/hidden|collapse/.test(styleOf(node).visibility);

  /** Whether line breaks in the source are line breaks to the eye. */
  const keepsBreaks = (node: Node, tag: string): boolean => {
    if (preTags.has(tag)) return true;
    return styleOf !== undefined && node instanceof Element && /pre|break-spaces/.test(styleOf(node).whiteSpace);
  };

  return { display, visible, keepsBreaks };
}
