type Bytes = ReadableWritablePair<Uint8Array, Uint8Array>;

// The types of the platform's streams ask for bytes over an ArrayBuffer; ours are never over shared memory.
/** Packs what flows through. */
export const packed = (): Bytes => new CompressionStream('gzip') as unknown as Bytes;
/** Unpacks what flows through; fails where it is not gzip, was changed or is cut short. */
export const unpacked = (): Bytes => new DecompressionStream('gzip') as unknown as Bytes;
