const pattern = /^leadlight-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)-([0-9a-f]{8})\.leadlight$/;

/** What a backup is called: when it was made (UTC), and a mark of the install, as several may share a folder. */
export function backupName(at: number, origin: string): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `leadlight-${day}-${time.slice(0, 8).replaceAll(':', '')}-${markOf(origin)}.leadlight`;
}

const markOf = (origin: string): string =>
  origin
    .replace(/[^0-9a-f]/g, '')
    .padEnd(8, '0')
    .slice(0, 8);

/** When a backup was made, by its name. In: the name; the install, where only its own count. Out: undefined for any other file. */
export function timeOfName(name: string, origin?: string): number | undefined {
  const [, year, month, day, h, m, s, mark] = pattern.exec(name) ?? [];
  if (mark === undefined || (origin !== undefined && mark !== markOf(origin))) return undefined;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(h), Number(m), Number(s));
  return Number.isNaN(at) ? undefined : at;
}

/** What the browser leaves beside a file when it dies while writing it (Chromium). */
const swap = /\.crswap$/;

/** Whether a file is only what is left of a writing that was broken off. In: its name and size. */
export const isBrokenOff = ({ name, size }: { name: string; size: number }): boolean => size === 0 || swap.test(name);

/** The name of the file that a left-over belongs to; any other name as it is. */
export const wholeName = (name: string): string => name.replace(swap, '');
