/** Text of an address book's file: by its byte order mark, else UTF-8 where it is that, else Windows-1252. In: bytes. */
export function vcardText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // not UTF-8: cards of old programs that say no charset are in the machine's own
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Pictures, sounds and keys, with their folded lines: no facts, and most of the file. */
const heavy =
  /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)[;:][^\n]*\n(?:[ \t][^\n]*\n|[A-Za-z0-9+/=]{40,}\r?\n)*/gim;

/** The text of a file of vCards in pieces of at most so many signs, each of whole cards. In: the file's bytes. */
export function vcardPieces(bytes: Uint8Array, most: number): string[] {
  const text = vcardText(bytes).replace(heavy, '');
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > most) {
    const cut = text.lastIndexOf('\nBEGIN:VCARD', from + most);
    const end = cut > from ? cut + 1 : from + most;
    pieces.push(text.slice(from, end));
    from = end;
  }
  return [...pieces, text.slice(from)];
}
