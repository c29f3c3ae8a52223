import { toE164 } from '../domain/normalize/phone.ts';
import { identifiersOf } from '../domain/privacy/identifiers.ts';
import type { Book } from './book.ts';
import { erasedStores, hashOf } from './erased-list.ts';
import type { Erasure } from './erasures.ts';
import { read } from './transact.ts';

/**
 * Whether somebody was erased. In: an address, a number (of the country given, where it has no code) or a link, as typed.
 * Throws `BookError`.
 */
export function findErasure(book: Book, typed: string, country?: string): Promise<Erasure | undefined> {
  const text = typed.trim();
  const e164 = toE164(text, country);
  const identifiers = identifiersOf(
    {
      emails: text.includes('@') ? [text] : [],
      phones: /^[+\d\s()./-]{6,}$/.test(text) ? [{ text, kind: 'work', ...(e164 && { e164 }) }] : [],
      links: /[./]/.test(text) && !text.includes('@') ? [text] : [],
      addresses: [],
      wechat: text,
      qq: text,
    },
    true,
  );
  return read(book, erasedStores, async (tx) => {
    const keys = await tx.objectStore('erasedKeys').getAll();
    for (const { secret } of keys)
      for (const identifier of identifiers) {
        const mark = await tx.objectStore('erased').get(hashOf(identifier, secret));
        if (!mark) continue;
        const marks = await tx.objectStore('erased').index('erasureId').count(mark.erasureId);
        return { erasureId: mark.erasureId, at: mark.at, marks };
      }
    return undefined;
  });
}
