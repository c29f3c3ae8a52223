let lastTime = 0;
let counter = 0;
/** Random bytes ahead: asking for six at a time is what makes ids dear. */
let pool = new Uint8Array(0);
let used = 0;

function random(count: number): Uint8Array {
  if (used + count > pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(3072));
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

/**
 * A uuid (version 7) that sorts by time and, within this page, by order of making: rows of one save lie in the order in
 * which the page had them. In: the time of the action.
 */
export function newId(now: number): string {
  counter = now === lastTime ? counter + 1 : 0;
  lastTime = now;
  const time = Math.floor(now).toString(16).padStart(12, '0').slice(-12);
  // 12 bits of version 7 and the next 14 hold the counter: 67 million leads in one action.
  const high = ((counter >> 14) & 0xfff).toString(16).padStart(3, '0');
  const low = (0x8000 | (counter & 0x3fff)).toString(16);
  const tail = [...random(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low}-${tail}`;
}
