import type { Scores } from '../scoring/table.ts';

const channelName = 'scores';

/** The scores of all leads as they were just worked out, before they are written down. */
export type ScoresEvent = Pick<Scores, 'ids' | 'tier' | 'total' | 'gated'>;

/** Calls the listener each time that all leads were scored, in this or any other page. Returns the way to stop. */
export function onScores(listener: (scores: ScoresEvent) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (message: MessageEvent<ScoresEvent>) => listener(message.data);
  return () => channel.close();
}

/** Tells every page how all leads stand now. */
export function announceScores({ ids, tier, total, gated }: ScoresEvent): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ ids, tier, total, gated } satisfies ScoresEvent);
  channel.close();
}
