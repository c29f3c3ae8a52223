import * as CFB from 'cfb';

/** One object of an Outlook file: a message, a recipient or an attachment, with its values by property id. */
export type MapiObject = {
  /** Text of a property, decoded; undefined where there is none. */
  text(id: string): string | undefined;
  bytes(id: string): Uint8Array | undefined;
  number(id: string): number | undefined;
  time(id: string): number | undefined;
  /** Every text there is. */
  texts(): string[];
  children(kind: 'recip' | 'attach'): MapiObject[];
  /** The message that an attachment is. */
  embedded(): MapiObject | undefined;
};

/** Contents by name; turned into bytes when asked for, as most of a file is attachments that nobody asks for. */
type Streams = Map<string, ArrayLike<number>>;

const bytesIn = (streams: Streams, name: string): Uint8Array | undefined => {
  const content = streams.get(name);
  return content && Uint8Array.from(content);
};
const fixedStream = '__properties_version1.0';
const mostChildren = 500;
const substream = /^__substg1\.0_([0-9a-f]{4})(001e|001f)$/;

/** Streams by the storage that they are in; names in lower case, as they are compared. */
function streamsOf(container: CFB.CFB$Container): Map<string, Streams> {
  const storages = new Map<string, Streams>();
  container.FullPaths.forEach((path, i) => {
    const entry = container.FileIndex[i];
    if (!entry?.content || path.endsWith('/')) return;
    const at = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, at + 1).toLowerCase(), path.slice(at + 1).toLowerCase()];
    const streams: Streams = storages.get(folder) ?? new Map();
    streams.set(name, entry.content);
    storages.set(folder, streams);
  });
  return storages;
}

/** Values of eight bytes, by tag; the head before them differs with the kind of object. */
function fixedValues(stream: Uint8Array | undefined, head: number): Map<string, DataView> {
  const values = new Map<string, DataView>();
  for (let at = head; stream && at + 16 <= stream.length; at += 16) {
    const view = new DataView(stream.buffer, stream.byteOffset + at, 16);
    const id = view.getUint16(2, true).toString(16).padStart(4, '0');
    values.set(id, new DataView(stream.buffer, stream.byteOffset + at + 8, 8));
  }
  return values;
}

const labels: Record<number, string> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8' };
function decodeAnsi(bytes: Uint8Array, page: number | undefined): string {
  try {
    return new TextDecoder(labels[page ?? 0] ?? `windows-${page ?? 1252}`).decode(bytes);
  } catch {
    // a code page of mail (28591, 50220) or none that is known
    return new TextDecoder(page === 50220 ? 'iso-2022-jp' : 'windows-1252').decode(bytes);
  }
}

function objectOf(storages: Map<string, Streams>, folder: string, head: number, page?: number): MapiObject {
  const streams: Streams = storages.get(folder) ?? new Map();
  const fixed = fixedValues(bytesIn(streams, fixedStream), head);
  const number = (id: string) => fixed.get(id)?.getUint32(0, true);
  const ownPage = number('3ffd') ?? number('3fde') ?? page;
  const text = (id: string) => {
    const wide = bytesIn(streams, `__substg1.0_${id}001f`);
    const narrow = bytesIn(streams, `__substg1.0_${id}001e`);
    const found = wide ? new TextDecoder('utf-16le').decode(wide) : narrow && decodeAnsi(narrow, ownPage);
    return found?.replace(/\0[\s\S]*$/, '');
  };
  return {
    text,
    number,
    bytes: (id) => bytesIn(streams, `__substg1.0_${id}0102`),
    time(id) {
      const value = fixed.get(id);
      const ms = value && Number(value.getBigUint64(0, true) / 10_000n) - 11_644_473_600_000;
      return ms && ms > 0 ? ms : undefined;
    },
    texts: () => [...streams.keys()].flatMap((name) => text(substream.exec(name)?.[1] ?? '') ?? []),
    children: (kind) =>
      [...storages.keys()]
        .filter(
          (name) => name.startsWith(`${folder}__${kind}_version1.0_#`) && !name.slice(folder.length, -1).includes('/'),
        )
        .slice(0, mostChildren)
        .map((name) => objectOf(storages, name, 8, ownPage)),
    embedded() {
      const inner = `${folder}__substg1.0_3701000d/`;
      return storages.has(inner) ? objectOf(storages, inner, 24, ownPage) : undefined;
    },
  };
}

/** Opens an Outlook file (.msg, .oft). In: its bytes. Throws where they are no such file or one that was cut off. */
export function openMsg(bytes: Uint8Array): MapiObject {
  const container = CFB.read(bytes, { type: 'buffer' });
  const storages = streamsOf(container);
  const root = container.FullPaths[0]?.toLowerCase() ?? 'root entry/';
  if (!storages.get(root)?.has(fixedStream)) throw new Error('not an Outlook message');
  return objectOf(storages, root, 32);
}
