import { colours, paneOf } from '../mailbox/page/panes.ts';
import type { MailMark } from '../messaging/protocol.ts';
import { thunderbird } from './api.ts';

/** The words that the button above a message has; the longer ones are its tooltip. */
export type ButtonWords = { label: string; title: string };

/** Draws a mark as the picture of a button. Of the toolbar's ground nothing is told: middle colours show on both. */
function pictureOf(mark: Exclude<MailMark, { state: 'none' }>, size: number): ImageData | undefined {
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (!context) return undefined;
  context.scale(size / 16, size / 16);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { d, fill, line, width, dash } of paneOf(mark)) {
    const path = new Path2D(d);
    if (fill) {
      context.fillStyle = colours.light[fill];
      context.fill(path);
    }
    if (!line) continue;
    context.strokeStyle = colours.light[line];
    context.lineWidth = width ?? 1.5;
    context.setLineDash(dash?.split(' ').map(Number) ?? []);
    context.stroke(path);
  }
  return context.getImageData(0, 0, size, size);
}

/** Has the button above the message say who writes. In: the tab, the mark, its words. */
export async function showOnButton(tabId: number, mark: MailMark, { label, title }: ButtonWords): Promise<void> {
  const { messageDisplayAction: button } = thunderbird();
  const shown: MailMark = mark.state === 'none' ? { state: 'stranger', label } : mark;
  const [small, large] = [pictureOf(shown, 16), pictureOf(shown, 32)];
  await Promise.all([
    button.setLabel({ tabId, label }),
    button.setTitle({ tabId, title }),
    small && large && button.setIcon({ tabId, imageData: { 16: small, 32: large } }),
  ]);
}
