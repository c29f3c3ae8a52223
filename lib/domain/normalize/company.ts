const legalForms = /\b(?:gmbh|co kg|kg|ag|inc|llc|ltd|limited|corp|corporation|company|co)\b/g;

/** Key under which two spellings of a company meet: folded, without legal form. In: a name. Out: the key, '' for none. */
export function companyKey(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded.replace(legalForms, ' ').replace(/\s+/g, ' ').trim() || folded;
}
