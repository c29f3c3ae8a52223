import { inSlices } from './breath.ts';
import { caps } from './outline-walk.ts';
import { type TakenSnapshot, takeSnapshot } from './snapshot.ts';
import { showSpot } from './spot.ts';
import { paceHere } from './unhurried.ts';

/** Keeps the way back to each line: weakly, or what the page throws away would stay. */
function keepPlaces(spots: TakenSnapshot['spots']): void {
  const places = spots.map(({ first, last }) => ({ first: new WeakRef(first), last: new WeakRef(last) }));
  Object.assign(globalThis, {
    leadlightShow: (line: number, snippet: string): boolean => {
      const first = places[line]?.first.deref();
      const last = places[line]?.last.deref();
      return first !== undefined && last !== undefined && showSpot({ first, last }, snippet);
    },
  });
}

/**
 * Reads the document that the script was injected into. It listens to nothing and nobody: it leaves one function in the
 * extension's own world of the page, which the background calls by another injection. Reading again replaces it; an
 * extension that was updated no longer finds it.
 * Out: the snapshot as JSON, for browsers hand over one string far faster than many small objects; a promise of it only where the page is so large that it must breathe in between, or where the reading has time.
 */
export function readHere(): string | Promise<string> {
  const pace = paceHere();
  const taken = takeSnapshot(document, location.href, caps, new Set(), pace);
  const handOver = ({ snapshot, spots }: TakenSnapshot) =>
    inSlices(function* () {
      keepPlaces(spots);
      yield;
      return JSON.stringify(snapshot);
    });
  return taken instanceof Promise ? taken.then(handOver) : handOver(taken);
}
