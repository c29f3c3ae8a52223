import type { MailPerson } from '../../messaging/protocol.ts';
import { isRecipientText } from '../reader.ts';
import { type CardDesk, createCardDesk } from './card-desk.ts';
import { type Chip, type ChipActs, createChip } from './chip.ts';
import { createGrounds } from './ground.ts';
import { createMarks } from './marks.ts';
import { findOwner, findTargets, printOf, type Target } from './targets.ts';
import { keepVisible } from './visible.ts';
import type { Wire } from './wire.ts';

type Placed = { chip: Chip; target: Target; warned: boolean };

/** A page that takes our chips out again gets so many back beside one element, then no more. */
const mostThrown = 10;
const mostSpare = 100;
/** How long a page must stand still before it is looked at, and how long we wait for that. */
const restMs = 60;
const longestMs = 240;
/** The first look comes while everything else of the page begins: it waits for time to spare, at most so long. */
const firstLookMs = 500;
/** Clients show their owner's address at once or never. */
const mostOwnerLooks = 5;
/** How deep within a sender's own element the words may stand. */
const deepest = 6;

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
  /** How often the page took the chip out from beside an element. */
  const thrown = new WeakMap<Element, number>();
  const ours = new WeakSet<Node>();
  /** Whom each chip that stands on the page belongs to. */
  const targets = new WeakMap<Chip, Target>();
  /** Chips that were taken away, for the next sender: making one costs more than showing another tier. */
  const spare: Chip[] = [];
  let over = false;
  let waiting = false;
  let hasLooked = false;
  let since = 0;
  let changedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ownerLooks = 0;
  /** How often the page was seen to change. */
  let changes = 0;

  const open = (target: Target) => void wire.ask('mail.open', { person: target.person });
  const visible = keepVisible(doc);
  const grounds = createGrounds(doc, () => plan());
  const desk: CardDesk = createCardDesk(doc, wire, open);

  const take = (anchor: Element) => {
    const one = placed.get(anchor);
    if (!one) return;
    placed.delete(anchor);
    targets.delete(one.chip);
    desk.drop(one.chip);
    visible.forget(one.chip.host);
    one.chip.host.remove();
    if (spare.length < mostSpare) spare.push(one.chip);
  };
  const withTarget = (chip: Chip, act: (target: Target) => void) => {
    const target = targets.get(chip);
    if (target) act(target);
  };
  const acts: ChipActs = {
    near: (chip, at) => withTarget(chip, (target) => desk.near(chip, target, at)),
    away: () => desk.away(),
    enter: (chip) => withTarget(chip, (target) => desk.enter(chip, target)),
    press: (chip) =>
      withTarget(chip, (target) => {
        desk.close();
        open(target);
      }),
  };

  const stop = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    observer.disconnect();
    endChanges();
    desk.stop();
    visible.stop();
    grounds.stop();
    view?.removeEventListener('pagehide', onHide);
    doc.removeEventListener('input', onInput, true);
    for (const anchor of [...placed.keys()]) take(anchor);
  };

  const put = (target: Target): Placed | undefined => {
    const { anchor } = target;
    if ((thrown.get(anchor) ?? 0) > mostThrown) return undefined;
    const chip = spare.pop() ?? createChip(doc, acts);
    chip.tabStop(target.person.where !== 'row');
    ours.add(chip.host);
    targets.set(chip, target);
    const one: Placed = { chip, target, warned: false };
    placed.set(anchor, one);
    return one;
  };

  const isNobody = (person: MailPerson): boolean => marks.of(person)?.state === 'none';
  const find = () => findTargets(doc, host, marks.rows(), isNobody);

  /** One target for each place: the first, or in a field of several recipients the one to be warned of. */
  const placesOf = (found: Target[]): Map<Element, Target> => {
    const wanted = new Map<Element, Target>();
    for (const target of found) {
      const { anchor, person, shared } = target;
      if (!wanted.has(anchor) && (!shared || marks.of(person)?.state === 'warn')) wanted.set(anchor, target);
    }
    return wanted;
  };

  const draw = (found: Target[]) => {
    const wanted = placesOf(found);
    for (const anchor of [...placed.keys()]) if (!wanted.has(anchor)) take(anchor);
    for (const [anchor, target] of wanted) {
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
      targets.set(one.chip, target);
      one.chip.show(mark, grounds.at(anchor, target.person.where));
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
    hasLooked = true;
    if (over) return;
    if (!wire.alive()) return stop();
    const rows = marks.rows();
    const found = find();
    draw(found);
    const before = changes;
    const asksOwner = found.length > 0 && ownerLooks < mostOwnerLooks;
    const owner = asksOwner ? findOwner(doc, host) : undefined;
    if (asksOwner) ownerLooks = owner === undefined ? ownerLooks + 1 : mostOwnerLooks;
    const learnt = await marks.learn(
      found.map(({ person }) => person),
      owner,
    );
    if (over) return;
    if (learnt === 'off') return stop();
    // The page may have moved on while we asked: what is drawn is what it shows now.
    if (learnt !== 'new') return;
    const isSame = before === changes && rows === marks.rows();
    const shown =
      isSame && !found.some(({ person }) => person.where === 'message' && isNobody(person)) ? found : find();
    draw(shown);
    // More than one batch holds, or recipients that count now.
    if (shown.some(({ person }) => !marks.of(person))) plan();
  };

  /** Looks once the page has come to rest, or has changed for so long that one may not wait any more. */
  const rest = () => {
    const now = performance.now();
    const left = Math.min(changedAt + restMs, since + longestMs) - now;
    if (left > 1) timer = setTimeout(rest, left);
    else {
      timer = undefined;
      if (hasLooked) view?.requestAnimationFrame(() => void look());
      else view?.requestIdleCallback(() => void look(), { timeout: firstLookMs });
    }
  };
  const plan = () => {
    if (over) return;
    changedAt = performance.now();
    if (waiting) return;
    waiting = true;
    since = changedAt;
    timer = setTimeout(rest, restMs);
  };

  /** A row that was given to somebody else loses its chip before it is painted; the right one follows with the next look. */
  const dropStale = ({ target, type }: MutationRecord) => {
    let at: Node | null = target;
    for (let level = 0; at && level < deepest; level++, at = at.parentNode) {
      const one = placed.get(at as Element);
      if (one && printOf(one.target.anchor) !== one.target.print) take(one.target.anchor);
      if (type === 'attributes') return;
    }
  };
  const observer = new MutationObserver((records) => {
    if (!wire.alive()) return stop();
    let foreign = false;
    for (const record of records) {
      const { addedNodes, removedNodes, type } = record;
      if (type === 'childList' && ![...addedNodes, ...removedNodes].some((node) => !ours.has(node))) continue;
      foreign = true;
      dropStale(record);
    }
    for (const [anchor, { chip }] of placed) {
      if (!anchor.isConnected) take(anchor);
      else if (!chip.host.isConnected) {
        thrown.set(anchor, (thrown.get(anchor) ?? 0) + 1);
        take(anchor);
      }
    }
    if (!foreign) return;
    changes += 1;
    plan();
  });
  const onInput = ({ target }: Event) => {
    if (!(target instanceof Element) || !isRecipientText(doc, host, target)) return;
    const one = placed.get(target);
    if (one && printOf(target) !== one.target.print) take(target);
    changes += 1;
    plan();
  };
  const onHide = (event: PageTransitionEvent) => {
    if (!event.persisted) stop();
  };
  const endChanges = wire.onChange(() => {
    marks.stale();
    plan();
  });

  view?.addEventListener('pagehide', onHide);
  doc.addEventListener('input', onInput, true);
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
