import { attribute, childElements, localName, openShadowRoot, parentElement, textContent } from './dom.ts';

/** What ends the pointing: an element, or why none. */
export type Pointed = { ok: true; el: Element } | { ok: false; why: 'ended' | 'time' };
export type PickAct = 'parent' | 'child' | 'next' | 'previous' | 'take' | 'end';
export type PickerOptions = {
  /** card: an entry of a list is wanted, so the box snaps to what repeats. */
  mode: 'card' | 'field';
  label: string;
  hint: string;
};

/** Everything that a hand or a key sends. None of it reaches the page while one points. */
const silenced = [
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave',
  'pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel',
  'touchstart touchend touchmove touchcancel dragstart drop selectstart keydown keyup keypress beforeinput input submit',
].flatMap((names) => names.split(' '));

const limitMs = 240_000;
/** The colour of what can be done, as in the panel. */
const accent = '#5743b0';

const isText = (el: Element): boolean => (textContent(el) ?? '').trim() !== '';
const classes = (el: Element): string[] => (attribute(el, 'class') ?? '').split(/\s+/).filter((name) => name !== '');

/** Whether two elements may be two entries of one list. */
function alike(a: Element, b: Element): boolean {
  if (localName(a) !== localName(b) || !isText(b)) return false;
  const mine = classes(a);
  return mine.length === 0 || classes(b).length === 0 || classes(b).some((name) => mine.includes(name));
}

/** How many siblings an element has that are like it, itself included. */
function alikeCount(el: Element): number {
  const parent = parentElement(el);
  return parent ? childElements(parent).filter((other) => alike(el, other)).length : 1;
}

const holdsMore = (el: Element): boolean =>
  childElements(el).length > 1 || childElements(el).some((child) => childElements(child).length > 1);

/** Whether an element only sets entries side by side: all that it holds is alike, by class, and each holds more. */
function isShelf(el: Element): boolean {
  const [first, ...others] = childElements(el).filter(isText);
  if (!first || others.length === 0 || classes(first).length === 0) return false;
  return [first, ...others].every((child) => holdsMore(child) && classes(child).length > 0 && alike(first, child));
}

/** The entry that an element most likely belongs to: around it, what repeats most and holds more than one thing. */
export function entryAround(el: Element): Element {
  let best = el;
  let most = 1;
  for (let at: Element | null = el; at && !/^(?:body|html|main)$/.test(localName(at)); at = parentElement(at)) {
    const count = alikeCount(at);
    if (count > 1 && holdsMore(at) && !isShelf(at) && count >= most * 0.5) {
      best = at;
      most = Math.max(most, count);
    }
  }
  return best;
}

/** The element to point at at a place of the window, within open shadow roots too. */
function elementAt(doc: Document, x: number, y: number): Element | null {
  let found = doc.elementFromPoint(x, y);
  for (let root = found && openShadowRoot(found); root; ) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
    root = openShadowRoot(found);
  }
  return found;
}

const usable = (el: Element | null): Element | undefined => {
  let at = el;
  while (at && !isText(at)) at = parentElement(at);
  return at && !/^(?:html|body)$/.test(localName(at)) ? at : undefined;
};

/** Where an arrow key leads: out to the element around it, in to the first within, to the next or the one before. */
export function moveFrom(el: Element, act: 'parent' | 'child' | 'next' | 'previous'): Element {
  if (act === 'parent') return usable(parentElement(el)) ?? el;
  if (act === 'child') return childElements(el).find(isText) ?? el;
  const parent = parentElement(el);
  const kin = parent ? childElements(parent).filter(isText) : [el];
  const next = kin[kin.indexOf(el) + (act === 'next' ? 1 : -1)];
  if (next) return next;
  // past the last of an element one goes on in the next one
  const around = parent && usable(parent);
  return around && !/^(?:main|table|ul|ol)$/.test(localName(around)) ? moveFrom(around, act) : el;
}

const keys: Record<string, PickAct> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Enter: 'take',
  ' ': 'take',
  Escape: 'end',
};

const styled = (doc: Document, styles: Record<string, string>): HTMLElement => {
  const el = doc.createElement('div');
  // by script, one by one: a page's own policy for styles has no say in that
  for (const [name, value] of Object.entries(styles)) el.style.setProperty(name, value, 'important');
  return el;
};

/**
 * Lets the user point at one element: a pane of ours lies over the page, takes every event, and shows what is meant. The page
 * sees one empty element with a closed root, which is gone afterwards. In: the document, what to point at, in words.
 * Out: what was pointed at, and a way to steer from elsewhere.
 */
export function startPicker(doc: Document, options: PickerOptions) {
  const view = doc.defaultView ?? window;
  const host = styled(doc, {
    all: 'initial',
    position: 'fixed',
    inset: '0',
    width: '100vw',
    height: '100vh',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'transparent',
    'z-index': '2147483647',
    cursor: 'crosshair',
    display: 'block',
  });
  const root = host.attachShadow({ mode: 'closed' });
  const box = styled(doc, {
    position: 'fixed',
    display: 'none',
    'box-sizing': 'border-box',
    border: `2px solid ${accent}`,
    'border-radius': '3px',
    background: 'rgb(87 67 176 / 0.14)',
    'pointer-events': 'none',
  });
  const chip = styled(doc, {
    position: 'fixed',
    top: '8px',
    left: '50%',
    transform: 'translateX(-50%)',
    'max-width': 'calc(100vw - 32px)',
    padding: '6px 12px',
    'border-radius': '6px',
    background: '#16181d',
    color: '#ffffff',
    font: '13px/1.4 system-ui, sans-serif',
    'text-align': 'center',
    'pointer-events': 'none',
  });
  const strong = styled(doc, { font: '600 14px/1.4 system-ui, sans-serif', color: '#ffffff' });
  strong.textContent = options.label;
  const hint = styled(doc, { color: '#cfd3da' });
  hint.textContent = options.hint;
  chip.append(strong, hint);
  root.append(box, chip);

  const { promise, resolve } = Promise.withResolvers<Pointed>();
  let current: Element | undefined;
  let under: Element | undefined;

  const draw = () => {
    const shown = current?.isConnected ? current.getBoundingClientRect() : undefined;
    if (!shown) return box.style.setProperty('display', 'none', 'important');
    const set = (name: string, value: string) => box.style.setProperty(name, value, 'important');
    set('display', 'block');
    set('left', `${shown.left - 3}px`);
    set('top', `${shown.top - 3}px`);
    set('width', `${shown.width + 6}px`);
    set('height', `${shown.height + 6}px`);
    // the words make way for what they would cover
    const low = shown.top < 70 && shown.bottom > 0;
    chip.style.setProperty('top', low ? 'auto' : '8px', 'important');
    chip.style.setProperty('bottom', low ? '8px' : 'auto', 'important');
  };

  const pointAt = (x: number, y: number) => {
    host.style.setProperty('pointer-events', 'none', 'important');
    const found = usable(elementAt(doc, x, y));
    host.style.setProperty('pointer-events', 'auto', 'important');
    if (!found || found === under) return;
    under = found;
    current = options.mode === 'card' ? entryAround(found) : found;
    draw();
  };

  const finish = (outcome: Pointed) => {
    clearTimeout(timer);
    for (const name of silenced) view.removeEventListener(name, onEvent, true);
    view.removeEventListener('wheel', onWheel, true);
    view.removeEventListener('scroll', onMoved, true);
    view.removeEventListener('resize', onMoved, true);
    host.remove();
    resolve(outcome);
  };

  const act = (what: PickAct) => {
    if (what === 'end') return finish({ ok: false, why: 'ended' });
    if (!current) pointAt(view.innerWidth / 2, view.innerHeight / 2);
    if (!current) return;
    if (what === 'take') return finish({ ok: true, el: current });
    current = moveFrom(current, what);
    current.scrollIntoView({ block: 'nearest' });
    draw();
  };

  const onEvent = (event: Event) => {
    event.stopImmediatePropagation();
    // the browser's own keys go on working, and a finger's touch goes on becoming the click that we wait for
    const browsers =
      event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key));
    if (event.cancelable && !browsers && !/^(?:touch|pointer)/.test(event.type)) event.preventDefault();
    // What a script of the page sends is not the user's.
    if (!event.isTrusted || browsers) return;
    if (event instanceof KeyboardEvent) {
      const what = keys[event.key];
      if (event.type === 'keydown' && what) act(what);
    } else if (event instanceof MouseEvent) {
      if (event.type === 'pointermove' || event.type === 'mousemove') pointAt(event.clientX, event.clientY);
      if (event.type === 'click' && event.button === 0) {
        pointAt(event.clientX, event.clientY);
        act('take');
      }
    }
  };
  const onMoved = () => draw();
  /** The pane takes the wheel from what lies under it: a list that scrolls within the page goes on scrolling. */
  const onWheel = (event: WheelEvent) => {
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    for (let at: Element | null = under ?? null; at; at = parentElement(at)) {
      if (at.scrollHeight <= at.clientHeight || !/auto|scroll/.test(view.getComputedStyle(at).overflowY)) continue;
      if (at === doc.body || at === doc.documentElement) return;
      event.preventDefault();
      at.scrollBy({ top: event.deltaY, left: event.deltaX });
      return;
    }
  };
  const timer = setTimeout(() => finish({ ok: false, why: 'time' }), limitMs);
  for (const name of silenced) view.addEventListener(name, onEvent, { capture: true, passive: false });
  view.addEventListener('wheel', onWheel, { capture: true, passive: false });
  view.addEventListener('scroll', onMoved, true);
  view.addEventListener('resize', onMoved, true);
  (doc.documentElement ?? doc).append(host);
  // above the page's own dialogs, where the browser knows such a layer
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }
  return { pointed: promise, act };
}
