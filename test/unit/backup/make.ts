import type { Folder } from '../../../lib/backup/folder.ts';
import { backupOf } from '../../../lib/backup/write-backup.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { company, noBatch, page, person } from '../storage/make.ts';

export const info = { at: 5000, origin: 'here', app: '0.1.0', permissions: { permissions: [], origins: [] } };

/** A backup as a file. */
export async function fileOf(book: Book, more: Partial<typeof info> = {}): Promise<Blob> {
  const { bytes } = await backupOf(book, { ...info, ...more });
  return new Blob([await new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()]);
}

/** Every row of every store by its key, as it is. */
export async function allRows(book: Book, but: string[] = []): Promise<Record<string, Record<string, unknown>>> {
  const database = await book.connection();
  const stores = [...database.objectStoreNames].filter((store) => !but.includes(store));
  const tx = database.transaction(stores, 'readonly');
  const entries = stores.map(async (store) => {
    const [keys, rows] = await Promise.all([tx.objectStore(store).getAllKeys(), tx.objectStore(store).getAll()]);
    return [store, Object.fromEntries(keys.map((key, at) => [JSON.stringify(key), rows[at]]))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Saves a firm with its people. Out: their leads' ids. */
export async function saveTeam(book: Book, names: string[], now = 2000): Promise<string[]> {
  const items = [
    company('firm', { name: 'Glasbau Lindner GmbH', website: 'https://www.glasbau-lindner.example' }),
    ...names.map((name) =>
      person(name, { name, emails: [`${name.split(' ')[0]?.toLowerCase()}@glasbau-lindner.example`] }),
    ),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now });
  return outcomes.map(({ leadId }) => leadId);
}

/** A folder in memory; `spoil` changes what is read back. */
export function memoryFolder(spoil: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folder: Folder = {
    list: async () => [...files].map(([name, { length: size }]) => ({ name, size })),
    file: async (name) => new File([spoil(files.get(name) ?? new Uint8Array())], name),
    async write(name, content) {
      files.set(
        name,
        new Uint8Array(await new Response(content as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
      );
    },
    async remove(name) {
      files.delete(name);
    },
  };
  return { files, folder };
}
