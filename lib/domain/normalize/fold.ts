const special: Record<string, string> = { ß: 'ss', ı: 'i', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th' };

/** A text without accents and case, for comparing. In: a text. Out: folded; folding twice changes nothing. */
export function fold(text: string): string {
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[ßıøłæœđðþ]/g, (c) => special[c] ?? c);
}

/** Folded, and everything but letters and digits made a single space. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
