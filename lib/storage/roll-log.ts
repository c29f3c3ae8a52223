import { deleteDB, openDB } from 'idb';

/** What is told of a browser's life: kept in memory by the browser, gone when it ends. */
type LifeMemory = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

const key = 'logRolled';
const lock = 'leadlight:roll-log';
/** Below 64 KiB, above which Chromium keeps a value in a file beside its log. */
const filler = 'x'.repeat(60_000);
/** Chromium begins a new log after 4 MiB. */
const count = 80;

/**
 * Makes Chromium begin a new log for what the extension stores, once in each life of the browser. Why: all databases of an
 * extension share one LevelDB, and a life goes on writing the log of the last one. Was that one killed between the head of a
 * record and its body, the next record lies in place of the body; the start after that finds a wrong checksum, and Chromium
 * answers by deleting every database (measured: 4 of 500 kills). A new log ends it: the torn one is no longer read.
 * In: where this life of the browser remembers things; undefined where there is none (workers, other browsers): then nothing
 * is done. Throws nothing: without a new log the book is as safe as it was.
 */
export async function rollLog(life: LifeMemory | undefined): Promise<void> {
  if (!life) return;
  try {
    await navigator.locks.request(lock, async () => {
      if ((await life.get(key))[key]) return;
      const database = await openDB('log-filler', 1, { upgrade: (db) => void db.createObjectStore('filler') });
      const tx = database.transaction('filler', 'readwrite', { durability: 'relaxed' });
      await Promise.all([...Array.from({ length: count }, (_, at) => tx.store.put(filler, at)), tx.done]);
      database.close();
      // Deleting writes as well: what was begun by the last put is surely ended by it.
      await deleteDB('log-filler');
      await life.set({ [key]: true });
    });
  } catch (cause) {
    console.warn('No new log was begun', cause);
  }
}

/** Where this page remembers things as long as the browser lives; undefined outside of Chromium's extension pages. */
export function lifeMemory(): LifeMemory | undefined {
  const isChromium = 'userAgentData' in globalThis.navigator;
  const api = (globalThis as { chrome?: { storage?: { session?: LifeMemory } } }).chrome;
  return isChromium ? api?.storage?.session : undefined;
}
