import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { caps } from '../lib/capture/page/outline-walk.ts';
import type { PickAct, PickerOptions } from '../lib/capture/page/picker.ts';
import { startPicker } from '../lib/capture/page/picker.ts';
import { takeSnapshot } from '../lib/capture/page/snapshot.ts';

type World = { leadlightPickOptions?: PickerOptions; leadlightPick?: ((act: PickAct) => void) | undefined };

/**
 * Injected when the user teaches a page. Answers with the page as it is the moment an element was pointed at, and that
 * element's place in it. Nothing of it stays: one function in the extension's own world, and only while one points.
 */
export default defineUnlistedScript(async () => {
  const world = globalThis as World;
  const options = world.leadlightPickOptions;
  // one hand points at one thing
  world.leadlightPick?.('end');
  if (!options) return { ok: false, why: 'failed', detail: 'nothing to point at' };
  const { pointed, act } = startPicker(document, options);
  world.leadlightPick = act;
  const outcome = await pointed;
  if (world.leadlightPick === act) world.leadlightPick = undefined;
  if (!outcome.ok) return { ...outcome, detail: '' };
  const { snapshot, placeOf } = await takeSnapshot(document, location.href, caps, new Set([outcome.el]));
  const spot = placeOf.get(outcome.el);
  return spot ? { ok: true, snapshot, spot } : { ok: false, why: 'noText', detail: '' };
});
