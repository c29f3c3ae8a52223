import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { identifiersOf, representativeOf } from '../domain/privacy/identifiers.ts';
import type { PersonValues } from '../domain/schema/field.ts';
import type { ErasedKey, ErasedMark } from '../domain/schema/privacy.ts';
import type { Book } from './book.ts';
import { type AnyTx, read, type Store } from './transact.ts';

/** Stores that the list is read from. */
export const erasedStores: Store[] = ['erased', 'erasedKeys'];

/** Who was erased, as far as it can still be told: asked with somebody, it says since when they are not to be kept. */
export type ErasedList = {
  /** Nobody was ever erased: nothing needs to be asked. */
  isEmpty: boolean;
  /** In: identifiers. Out: when they were erased. */
  atOf(identifiers: readonly string[]): number | undefined;
  /** In: somebody's values, whether the name is only a part, their firm's domain. Out: when they were erased. */
  person(values: PersonValues, partial: boolean, companyDomain?: string): number | undefined;
  /** Of names that stand with a firm. In: the name, the firm's name and domain. */
  representative(name: string, firm: string | undefined, domain: string | undefined): number | undefined;
};

/** The hash of one identifier. Synchronous on purpose: a transaction does not wait for anything else. In: identifier, secret in hex. */
export const hashOf = (identifier: string, secret: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(identifier)));

/** The list as it stands within a transaction over `erasedStores`. */
export async function erasedIn(tx: AnyTx): Promise<ErasedList> {
  const [marks, keys] = await Promise.all([tx.objectStore('erased').getAll(), tx.objectStore('erasedKeys').getAll()]);
  return erasedList(marks, keys);
}

/** The list, for what reads it once and asks it often. Throws `BookError`. */
export const readErasedList = (book: Book): Promise<ErasedList> => read(book, erasedStores, erasedIn);

/** The list made of its marks and salts. */
export function erasedList(marks: readonly ErasedMark[], keys: readonly ErasedKey[]): ErasedList {
  const dates = new Map(marks.map(({ hash, at }) => [hash, at]));
  const used = new Set(marks.map(({ keyId }) => keyId));
  const secrets = keys.filter(({ id }) => used.has(id)).map(({ secret }) => secret);
  const isEmpty = dates.size === 0;
  const atOf = (identifiers: readonly string[]): number | undefined => {
    if (isEmpty) return undefined;
    for (const identifier of identifiers) {
      for (const secret of secrets) {
        const at = dates.get(hashOf(identifier, secret));
        if (at !== undefined) return at;
      }
    }
    return undefined;
  };
  return {
    isEmpty,
    atOf,
    person: (values, partial, domain) => (isEmpty ? undefined : atOf(identifiersOf(values, partial, domain))),
    representative: (name, firm, domain) => (isEmpty ? undefined : atOf(representativeOf(name, firm, domain))),
  };
}
