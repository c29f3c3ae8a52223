import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeSnapshot } from '../lib/capture/page/snapshot.ts';

/** Injected on the user's action. Its value (or that of its promise) is what `scripting.executeScript` answers with. */
export default defineUnlistedScript(async () => (await takeSnapshot(document, location.href)).snapshot);
