import { createCardDesk } from '../mailbox/page/card-desk.ts';
import { createChip } from '../mailbox/page/chip.ts';
import { groundOf } from '../mailbox/page/ground.ts';
import type { Target } from '../mailbox/page/targets.ts';
import type { Wire } from '../mailbox/page/wire.ts';

// A line of ours above the message: Thunderbird lets nothing of an extension into its own header.
const css = `
:host { all: initial !important; display: block !important; user-select: none !important }
div { display: flex; align-items: center; gap: 4px; padding: 4px 8px; font: 13px/18px system-ui, sans-serif; border-bottom: 1px solid;
  background: oklch(0.968 0.004 265); color: oklch(0.23 0.018 265); border-color: oklch(0.9 0.006 265) }
div.dark { background: oklch(0.245 0.013 265); color: oklch(0.94 0.005 265); border-color: oklch(0.31 0.012 265) }
i { all: unset } i::before { content: attr(data-t) }
@media print { :host { display: none !important } }`;

/**
 * Draws chip and card above the message that this document is. Who writes, Thunderbird tells the background; nothing of the
 * message's own words is asked. In: the document, the wire. Out: the way to end it.
 */
export function watchMessage(doc: Document, wire: Wire): () => void {
  const host = doc.createElement('section');
  const root = host.attachShadow({ mode: 'closed' });
  const style = doc.createElement('style');
  style.textContent = css;
  const line = doc.createElement('div');
  const words = doc.createElement('i');
  root.append(style, line);
  let target: Target | undefined;
  const open = () => {
    if (target) void wire.ask('mail.open', { person: target.person });
  };
  const desk = createCardDesk(doc, wire, open);
  const chip = createChip(doc, {
    near: (near, at) => target && desk.near(near, target, at),
    away: () => desk.away(),
    enter: (entered) => target && desk.enter(entered, target),
    press: () => {
      desk.close();
      open();
    },
  });
  chip.tabStop(true);
  line.append(chip.host, words);

  const look = async () => {
    const answer = await wire.ask('mail.shown', {});
    if (!answer?.person || answer.mark.state === 'none') {
      host.remove();
      return;
    }
    const { mark, person } = answer;
    target = { anchor: host, person, print: '' };
    if (!host.isConnected) doc.documentElement.prepend(host);
    const ground = groundOf(doc.body ?? doc.documentElement);
    line.className = ground;
    chip.show(mark, ground);
    words.setAttribute('data-t', mark.label);
  };
  const endChanges = wire.onChange(() => void look());
  void look();
  return () => {
    endChanges();
    desk.stop();
    host.remove();
  };
}
