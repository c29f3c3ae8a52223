import { useEffect, useState } from 'react';
import { timeOfName } from '../../lib/backup/file-name.ts';
import { ownFolder } from '../../lib/backup/folder.ts';

/** The newest backup in the browser's own file system, with an address to save it from; undefined where there is none. */
export function useNewestCopy() {
  const [copy, setCopy] = useState<{ name: string; at: number; url: string }>();
  useEffect(() => {
    let stopped = false;
    let url: string | undefined;
    const look = async () => {
      const folder = await ownFolder();
      const times = (await folder.list()).flatMap(({ name, size }) => {
        const at = timeOfName(name);
        return at === undefined || size === 0 ? [] : [{ name, at }];
      });
      const newest = times.sort((a, b) => b.at - a.at)[0];
      if (!newest || stopped) return;
      url = URL.createObjectURL(await folder.file(newest.name));
      setCopy({ ...newest, url });
    };
    // Where the database cannot be reached its files may be out of reach too: then there is nothing to offer.
    look().catch((cause: unknown) => console.warn('No backup could be looked for', cause));
    return () => {
      stopped = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, []);
  return copy;
}
