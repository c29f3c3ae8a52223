import { useEffect, useState } from 'react';

/** Below this the next import may not find room. */
const little = 500_000_000;

/** Milliseconds between two looks. */
const every = 10 * 60 * 1000;

/** The room on this machine: bytes used and free, whether that is little, and whether the browser keeps the book come what may. */
export type Room = { used: number; free: number; isLow: boolean; isKept: boolean };

/** Looks how much room there is. Asks to be kept where that needs no question to the user: the extension has `unlimitedStorage`. */
export function useRoom(): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      const [{ usage = 0, quota = 0 }, isKept] = await Promise.all([
        navigator.storage.estimate(),
        navigator.storage.persisted().then((kept) => kept || navigator.storage.persist()),
      ]);
      const free = Math.max(0, quota - usage);
      if (!stopped) setRoom({ used: usage, free, isLow: quota > 0 && free < little, isKept });
    };
    // A browser that tells nothing leaves the page without this line.
    const again = () => void look().catch(() => undefined);
    again();
    // A page stays open for days while the disk fills.
    const timer = setInterval(again, every);
    document.addEventListener('visibilitychange', again);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, []);
  return room;
}
