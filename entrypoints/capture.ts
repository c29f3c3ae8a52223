import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeSnapshot } from '../lib/capture/page/snapshot.ts';
import { showSpot } from '../lib/capture/page/spot.ts';

/**
 * Injected on the user's action. Its value (or that of its promise) is what `scripting.executeScript` answers with: JSON in one string.
 * It listens to nothing and nobody: it leaves one function in the extension's own world of the page, which the
 * background calls by another injection. Reading again replaces it; an extension that was updated no longer finds it.
 */
export default defineUnlistedScript(async () => {
  const { snapshot, spots } = await takeSnapshot(document, location.href);
  const places = spots.map(({ first, last }) => ({ first: new WeakRef(first), last: new WeakRef(last) }));
  Object.assign(globalThis, {
    leadlightShow: (line: number, snippet: string): boolean => {
      const first = places[line]?.first.deref();
      const last = places[line]?.last.deref();
      return first !== undefined && last !== undefined && showSpot({ first, last }, snippet);
    },
  });
  return JSON.stringify(snapshot);
});
