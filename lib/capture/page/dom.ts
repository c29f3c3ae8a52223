/**
 * Reading a hostile document. A form whose inputs are called `children` or `nodeType`, or an image called `body`, hides
 * the real property of the form or document, so every property is read through the getter of its prototype.
 */
type Getter<T> = (of: unknown) => T;

function getter<T>(prototype: object, name: string): Getter<T> {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`This browser has no getter for ${name}`);
  const call = Function.prototype.call.bind(get);
  return (of) => call(of) as T;
}

function method<A extends unknown[], T>(prototype: object, name: string): (of: unknown, ...args: A) => T {
  const found: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof found !== 'function') throw new Error(`This browser has no method ${name}`);
  const call = Function.prototype.call.bind(found as (...args: A) => T);
  return (of, ...args) => call(of, ...args) as T;
}

export const firstChild = getter<Node | null>(Node.prototype, 'firstChild');
export const nextSibling = getter<Node | null>(Node.prototype, 'nextSibling');
export const parentElement = getter<Element | null>(Node.prototype, 'parentElement');
export const nodeType = getter<number>(Node.prototype, 'nodeType');
export const textContent = getter<string | null>(Node.prototype, 'textContent');
export const ownerDocument = getter<Document | null>(Node.prototype, 'ownerDocument');
export const baseUri = getter<string>(Node.prototype, 'baseURI');
export const data = getter<string>(CharacterData.prototype, 'data');
export const localName = getter<string>(Element.prototype, 'localName');
export const openShadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const attribute = method<[string], string | null>(Element.prototype, 'getAttribute');
export const hasAttribute = method<[string], boolean>(Element.prototype, 'hasAttribute');
export const attributeNames = method<[], string[]>(Element.prototype, 'getAttributeNames');
export const closest = method<[string], Element | null>(Element.prototype, 'closest');
export const findIn = method<[string], NodeListOf<Element>>(Element.prototype, 'querySelectorAll');
export const findInDocument = method<[string], NodeListOf<Element>>(Document.prototype, 'querySelectorAll');
export const elementById = method<[string], Element | null>(Document.prototype, 'getElementById');
export const body = getter<HTMLElement | null>(Document.prototype, 'body');
export const documentElement = getter<HTMLElement | null>(Document.prototype, 'documentElement');
export const documentTitle = getter<string>(Document.prototype, 'title');
export const defaultView = getter<(Window & typeof globalThis) | null>(Document.prototype, 'defaultView');

/** Absolute already, and parsed by the browser itself, which is faster than any other way. */
export const linkTarget = getter<string>(HTMLAnchorElement.prototype, 'href');
export const imageSource = getter<string>(HTMLImageElement.prototype, 'src');

/** First attribute of that name, trimmed; empty where there is none. */
export const attributeText = (el: Element, name: string): string => (attribute(el, name) ?? '').trim();

/** The elements right under an element, in order. */
export function childElements(el: Node): Element[] {
  const found: Element[] = [];
  for (let node = firstChild(el); node; node = nextSibling(node)) if (nodeType(node) === 1) found.push(node as Element);
  return found;
}

const unsafeScheme = /^(javascript|vbscript|data|blob|file|about|filesystem|chrome|moz-extension|chrome-extension):/i;

/** An absolute address that may be kept: no script, no page of the browser, not endless. */
export const shortUrl = (href: string): string | undefined =>
  href === '' || href.length > 2000 || unsafeScheme.test(href) || !/^[a-z][\w.+-]*:/i.test(href) ? undefined : href;

/**
 * An address as the page means it: absolute, without script. Undefined for what is no address one could follow.
 * In: what the attribute says, and the address it is relative to.
 */
export function absoluteUrl(written: string, base: string): string | undefined {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.length > 4000) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  return shortUrl(new URL(trimmed, base).href);
}
