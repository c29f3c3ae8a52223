import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readHere } from '../lib/capture/page/read-here.ts';

/** Injected into all frames where the page has one with something in it; the page itself was read before. */
export default defineUnlistedScript(() => (window === top ? '' : readHere()));
