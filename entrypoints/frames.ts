import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readHere } from '../lib/capture/page/read-here.ts';
import { paceHere } from '../lib/capture/page/unhurried.ts';

/** Injected into all frames where the page has one with something in it; the page itself was read before. */
export default defineUnlistedScript(() => {
  if (window !== top) return readHere();
  // What was said of the frames' pace was said to the page as well: its next reading may be one that somebody waits for.
  paceHere();
  return '';
});
