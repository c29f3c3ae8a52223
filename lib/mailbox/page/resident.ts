import { type CardDesk, createCardDesk } from './card-desk.ts';
import { type Chip, createChip } from './chip.ts';
import { groundOf } from './ground.ts';
import { createMarks } from './marks.ts';
import type { Ground } from './panes.ts';
import { findOwner, findTargets, printOf, type Target } from './targets.ts';
import { keepVisible } from './visible.ts';
import type { Wire } from './wire.ts';

type Placed = { chip: Chip; target: Target; warned: boolean };

/** A page that takes our chips out again gets so many back beside one element, then no more. */
const mostReturns = 20;
/** Between two looks at a page that changes all the time. */
const restMs = 120;

/** Attributes in which mail clients tell who somebody is, or which folder or message shows. */
const watched = ['title', 'href', 'email', 'data-email', 'data-hovercard-id', 'data-address', 'aria-label'];

/**
 * Keeps the right chip beside every sender that a mailbox shows, and nothing else: looks only when the page changed, once for
 * all that changed, and does nothing while it stands still. In: the document of one frame, its host, the wire. Out: the way
 * to end it, which takes away all that is ours.
 */
export function watchMailbox(doc: Document, host: string, wire: Wire): () => void {
  const view = doc.defaultView;
  const marks = createMarks(wire);
  const placed = new Map<Element, Placed>();
  const returns = new WeakMap<Element, number>();
  const ours = new WeakSet<Node>();
  let grounds = new WeakMap<Element, Ground>();
  let over = false;
  let waiting = false;
  let lastLook = 0;
  let ownerTold = false;

  const open = (target: Target) => void wire.ask('mail.open', { person: target.person });
  const visible = keepVisible(doc);
  const desk: CardDesk = createCardDesk(doc, wire, open);

  const take = (anchor: Element) => {
    const one = placed.get(anchor);
    if (!one) return;
    placed.delete(anchor);
    desk.drop(one.chip);
    one.chip.host.remove();
  };

  const stop = () => {
    if (over) return;
    over = true;
    observer.disconnect();
    endChanges();
    desk.stop();
    visible.stop();
    view?.removeEventListener('pagehide', onHide);
    for (const anchor of [...placed.keys()]) take(anchor);
  };

  /** The ground of a row or header is that of its neighbours: asked once for each parent. */
  const groundAt = (anchor: Element): Ground => {
    const place = anchor.parentElement?.parentElement?.parentElement ?? anchor;
    const known = grounds.get(place);
    const ground = known ?? groundOf(place);
    if (!known) grounds.set(place, ground);
    return ground;
  };

  const put = (target: Target): Placed | undefined => {
    const { anchor } = target;
    const times = returns.get(anchor) ?? 0;
    if (times > mostReturns) return undefined;
    returns.set(anchor, times + 1);
    const placement: { current?: Placed } = {};
    const here = () => placement.current?.target ?? target;
    const chip = createChip(doc, target.person.where !== 'row', {
      near: (chip, at) => desk.near(chip, here(), at),
      away: () => desk.away(),
      enter: (chip) => desk.enter(chip, here()),
      press: () => {
        desk.close();
        open(here());
      },
    });
    const one: Placed = { chip, target, warned: false };
    placement.current = one;
    ours.add(chip.host);
    placed.set(anchor, one);
    return one;
  };

  const draw = (targets: Target[]) => {
    const wanted = new Map(targets.map((target) => [target.anchor, target]));
    for (const anchor of [...placed.keys()]) if (!wanted.has(anchor)) take(anchor);
    for (const target of targets) {
      const { anchor } = target;
      const mark = marks.of(target.person);
      if (!mark || mark.state === 'none') {
        take(anchor);
        continue;
      }
      const before = placed.get(anchor);
      if (before && before.target.person.address !== target.person.address) desk.drop(before.chip);
      const one = before ?? put(target);
      if (!one) continue;
      one.target = target;
      one.chip.show(mark, groundAt(anchor));
      const { host: element } = one.chip;
      if (anchor.nextSibling !== element && anchor.previousSibling !== element) {
        anchor.after(element);
        visible.watch(element, anchor);
      }
      if (mark.state === 'warn' && !one.warned) {
        one.warned = true;
        desk.warn(one.chip, target);
      }
    }
  };

  const look = async () => {
    waiting = false;
    if (over) return;
    if (!wire.alive()) return stop();
    lastLook = performance.now();
    const targets = findTargets(doc, host, marks.rows());
    draw(targets);
    const owner = targets.length > 0 && !ownerTold ? findOwner(doc, host) : undefined;
    const learnt = await marks.learn(
      targets.map(({ person }) => person),
      owner,
    );
    ownerTold ||= owner !== undefined;
    if (over) return;
    if (learnt === 'off') return stop();
    // The page may have moved on while we asked: what is drawn is what it shows now.
    if (learnt === 'new') draw(findTargets(doc, host, marks.rows()));
  };

  const plan = () => {
    if (waiting || over) return;
    waiting = true;
    const rest = Math.max(0, lastLook + restMs - performance.now());
    const frame = () => view?.requestAnimationFrame(() => void look());
    if (rest > 0) setTimeout(frame, rest);
    else frame();
  };

  const observer = new MutationObserver((records) => {
    if (!wire.alive()) return stop();
    // A row that was given to somebody else loses its chip before it is painted; the right one follows with the next look.
    for (const [anchor, { target, chip }] of placed) {
      if (!anchor.isConnected || printOf(anchor) !== target.print) take(anchor);
      else if (!chip.host.isConnected) placed.delete(anchor);
    }
    const foreign = records.some(
      ({ addedNodes, removedNodes, type }) =>
        type !== 'childList' || [...addedNodes, ...removedNodes].some((node) => !ours.has(node)),
    );
    if (foreign) plan();
  });
  const onHide = (event: PageTransitionEvent) => {
    if (!event.persisted) stop();
  };
  const endChanges = wire.onChange(() => {
    marks.stale();
    grounds = new WeakMap();
    plan();
  });

  view?.addEventListener('pagehide', onHide);
  observer.observe(doc, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: watched,
  });
  plan();
  return stop;
}
