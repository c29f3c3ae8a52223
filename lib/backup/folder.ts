/** A place for files: the extension's own file system, or a folder that the user picked. */
export type Folder = {
  /** The files in it; an empty one is what is left of a writing that was broken off. */
  list(): Promise<{ name: string; size: number }[]>;
  file(name: string): Promise<File>;
  /** Writes a file; it is there once it is whole, or not at all. */
  write(name: string, content: ReadableStream<Uint8Array>): Promise<void>;
  remove(name: string): Promise<void>;
};

/** The extension's own backups: a folder that no other program and no page sees. It goes with the extension. */
export async function ownFolder(): Promise<Folder> {
  const root = await navigator.storage.getDirectory();
  return folderOf(await root.getDirectoryHandle('backups', { create: true }));
}

/** In: the handle of a folder. */
export function folderOf(handle: FileSystemDirectoryHandle): Folder {
  return {
    async list() {
      const files: { name: string; size: number }[] = [];
      // The types of the platform know no way to go through a folder yet; both browsers do.
      const entries = (handle as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
      for await (const entry of entries) {
        if (entry.kind !== 'file') continue;
        const { size } = await (entry as FileSystemFileHandle).getFile();
        files.push({ name: entry.name, size });
      }
      return files;
    },
    file: async (name) => (await handle.getFileHandle(name)).getFile(),
    async write(name, content) {
      const file = await handle.getFileHandle(name, { create: true });
      try {
        const writable = await file.createWritable();
        // Closes it at the end, and throws what was written away where the content fails.
        await content.pipeTo(writable as unknown as WritableStream<Uint8Array>);
      } catch (error) {
        await handle.removeEntry(name).catch(() => undefined);
        throw error;
      }
    },
    remove: (name) => handle.removeEntry(name),
  };
}
