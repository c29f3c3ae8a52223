import { useCallback, useEffect, useRef, useState } from 'react';
import { sendMessage } from '../../lib/messaging/transport.ts';
import type { MailFileCount, MailFileDeps, MailFileOutcome } from '../../lib/reading/mail-file.ts';
import { type Book, openBook } from '../../lib/storage/book.ts';
import { getSetting } from '../../lib/storage/settings.ts';
import { trayKey } from '../../lib/storage/tray-key.ts';

export type MailFileFailure = Extract<MailFileOutcome, { ok: false }>['why'];

/** One file that was dropped or chosen, and how far it is. */
export type MailFileJob = { id: number; name: string } & (
  | { is: 'waiting' }
  | { is: 'reading'; messages: number; share?: number }
  | { is: 'read'; url: string; people: number; companies: number; count?: MailFileCount }
  | { is: 'failed'; why: MailFileFailure; detail: string }
);

const tellEveryMs = 150;

/** A file's own address in the tray: the same file comes to the same drafts, with all that was done to them. */
const addressOf = ({ name, size, lastModified }: File) =>
  trayKey(`pasted:file/${encodeURIComponent(name.slice(0, 120)).slice(0, 400)}/${size}-${lastModified}`);

async function ownOf(book: Book) {
  const [addresses, domains, never] = await Promise.all([
    getSetting(book, 'myAddresses'),
    getSetting(book, 'myDomains'),
    getSetting(book, 'mailNever'),
  ]);
  return { addresses, domains, never };
}

const depsOf = (book: Book): MailFileDeps => ({
  now: () => Date.now(),
  read: (request) => sendMessage('text.read', request),
  keep: async (reading) => {
    const { putReading } = await import('../../lib/storage/put-reading.ts');
    await putReading(book, reading);
  },
});

/**
 * Reads mail files one after the other into the tray, each under an address of its own. In: `onRead`, which gets the
 * address of the first file of a drop in which somebody was found. Nothing throws: each file says what came of it.
 */
export function useMailFiles(onRead: (url: string) => void) {
  const [jobs, setJobs] = useState<MailFileJob[]>([]);
  const lastId = useRef(0);
  const stop = useRef<AbortController>(undefined);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const set = useCallback((job: MailFileJob) => {
    setJobs((before) => before.map((each) => (each.id === job.id ? job : each)));
  }, []);

  const readOne = useCallback(
    async (file: File, id: number): Promise<string | undefined> => {
      const { name } = file;
      const controller = new AbortController();
      stop.current = controller;
      set({ id, name, is: 'reading', messages: 0 });
      let told = 0;
      try {
        const [{ readMailFile }, book] = await Promise.all([import('../../lib/reading/mail-file.ts'), openBook()]);
        const outcome = await readMailFile(
          {
            file,
            name,
            url: addressOf(file),
            keep: true,
            own: await ownOf(book),
            signal: controller.signal,
            onProgress({ messages, share }) {
              if (performance.now() - told < tellEveryMs) return;
              told = performance.now();
              set({ id, name, is: 'reading', messages, share });
            },
          },
          depsOf(book),
        );
        if (!outcome.ok) {
          set({ id, name, is: 'failed', why: outcome.why, detail: outcome.detail });
          return undefined;
        }
        const { reading, count } = outcome;
        const [people, companies, url] = [reading.people.length, reading.companies.length, trayKey(reading.url)];
        set({ id, name, is: 'read', url, people, companies, ...(count && { count }) });
        return people + companies > 0 ? url : undefined;
      } catch (cause) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        set({ id, name, is: 'failed', why: 'failed', detail });
        return undefined;
      }
    },
    [set],
  );

  const read = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      const added = files.map((file) => {
        lastId.current += 1;
        return { file, id: lastId.current };
      });
      setJobs((before) => [
        // What an earlier drop came to makes way, what is still to be read does not.
        ...before.filter(({ is }) => is === 'waiting' || is === 'reading'),
        ...added.map(({ file, id }): MailFileJob => ({ id, name: file.name, is: 'waiting' })),
      ]);
      queue.current = queue.current.then(async () => {
        let shown = false;
        for (const { file, id } of added) {
          const url = await readOne(file, id);
          if (url !== undefined && !shown) {
            shown = true;
            onRead(url);
          }
        }
      });
    },
    [readOne, onRead],
  );

  useEffect(() => () => stop.current?.abort(), []);
  return {
    jobs,
    read,
    /** Stops the file that is being read; nothing of it is kept. */
    cancel: () => stop.current?.abort(),
    dismiss: () => setJobs((before) => before.filter(({ is }) => is === 'waiting' || is === 'reading')),
  };
}
