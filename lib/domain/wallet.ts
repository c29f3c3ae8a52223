import { isSameValue } from './diff-leads.ts';
import { type Wallet, type WholeNeed, wallet as walletSchema } from './schema/wallet.ts';

/** The history with one more entry; one of the same day takes the place of what was said for it. */
export const withNeed = (wallet: Wallet | undefined, need: WholeNeed): Wallet =>
  [...(wallet ?? []).filter(({ day }) => day !== need.day), need].sort((a, b) => a.day - b.day).slice(-200);

/** The history without the entry of a day; undefined where nothing is left. */
export function withoutNeed(wallet: Wallet | undefined, day: number): Wallet | undefined {
  const rest = (wallet ?? []).filter((one) => one.day !== day);
  return rest.length > 0 ? rest : undefined;
}

/** What is known last. */
export const newestNeed = (wallet: Wallet | undefined): WholeNeed | undefined => wallet?.at(-1);

/** Several histories as one; where two speak of one day, the first one's stays. What is no history is passed over. */
export function unitedWallets(all: readonly unknown[]): Wallet | undefined {
  const parsed = all.flatMap((one) => walletSchema.safeParse(one).data ?? []);
  const united = parsed.reduceRight<Wallet | undefined>(withNeed, undefined);
  return united && united.length > 0 ? united : undefined;
}

/** What a file says, taken into a history. Out: the history, and whether a day in it is said otherwise and stayed. */
export function takenNeeds(
  ours: Wallet | undefined,
  theirs: Wallet,
  replace: boolean,
): { wallet: Wallet; differs: boolean } {
  let wallet = ours ?? [];
  let differs = false;
  for (const need of theirs) {
    const there = wallet.find(({ day }) => day === need.day);
    if (there && isSameValue(there, need)) continue;
    if (there && !replace) differs = true;
    else wallet = withNeed(wallet, need);
  }
  return { wallet, differs };
}
