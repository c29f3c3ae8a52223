import type { TrayItem } from '../domain/schema/tray.ts';

/** Whether the user did something to a draft that would be lost with it. In: the item. */
export const isTouched = ({ ticked, edits, note, sameAs }: TrayItem): boolean =>
  ticked !== undefined || Object.keys(edits).length > 0 || note !== '' || sameAs !== undefined;
