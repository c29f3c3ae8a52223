import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readHere } from '../lib/capture/page/read-here.ts';

/** Injected into the page itself on the user's action. Its value (or that of its promise) is what `scripting.executeScript` answers with. */
export default defineUnlistedScript(() => readHere());
