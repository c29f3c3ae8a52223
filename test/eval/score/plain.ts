/** Text bared to what two writings of the same thing share. Everything here is total: what is unknown becomes ''. */

const legalWords = new Set(
  'inc incorporated llc llp ltd limited corp corporation co company gmbh ag plc pty pc pllc lp bv nv sa srl the'.split(
    ' ',
  ),
);
const titlesOfNames = new Set('dr prof mag ing mba ma herr frau mr mrs ms'.split(' '));

/** Places that keep profiles of people and firms; of those in the second list, under any ending. */
const profileHosts = new Set(
  (
    'linkedin.com facebook.com twitter.com x.com instagram.com youtube.com xing.com tiktok.com github.com vimeo.com ' +
    'behance.net nextdoor.com t.me api.whatsapp.com'
  ).split(' '),
);
const profileHostsOfAnyCountry = new Set(['pinterest', 'yelp', 'telegram']);

/** Letters and digits alone, lower case, without marks, one blank between words. */
export function fold(text: string | null | undefined): string {
  const letters = (text ?? '').normalize('NFKD').replace(/\p{M}+/gu, '');
  return letters
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
}

const oneBlank = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');

/** Name of a firm without its legal form. */
export function foldCompany(name: string | null | undefined): string {
  return oneBlank(fold(name).replace(/\w+/g, (word) => (legalWords.has(word) ? ' ' : word)));
}

/** Name of a person without titles and forms of address. */
export function foldPerson(name: string | null | undefined): string {
  const bare = fold(name).replace(/dipl \w+|\w+/g, (word) =>
    word.startsWith('dipl ') || titlesOfNames.has(word) ? ' ' : word,
  );
  return oneBlank(bare);
}

/** The last nine digits of a number, without its extension, trunk zero in brackets and the one of North America. */
export function foldPhone(number: string | null | undefined): string {
  const [base = ''] = (number ?? '').split(/ext|x|#|durchwahl/i);
  const digits = base.replaceAll('(0)', '').replace(/\D+/g, '');
  return (/^1\d{10}$/.test(digits) ? digits.slice(1) : digits).slice(-9);
}

/** The numbers of a list that are long enough to be some. */
export function foldPhones(numbers: readonly (string | { e164?: string | undefined; text?: string | undefined })[]) {
  const written = numbers.map((number) => (typeof number === 'string' ? number : number.e164 || number.text));
  return written.map(foldPhone).filter((digits) => digits.length >= 6);
}

/** An address of mail, lower case. */
export function foldEmail(address: string | null | undefined): string {
  const lower = (address ?? '').trim().toLowerCase();
  return lower.startsWith('mailto:') ? lower.slice('mailto:'.length) : lower;
}

const withoutScheme = (address: string | null | undefined) =>
  (address ?? '')
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '');

/** Host of an address, without www. */
export function hostOf(address: string | null | undefined): string {
  return withoutScheme(address).split(/[/?#]/, 1)[0] ?? '';
}

/** An address of the web without scheme, www and what ends it. */
export function foldLink(address: string | null | undefined): string {
  return withoutScheme(address).replace(/[/?#]+$/, '');
}

/** Whether a link leads to where people and firms keep profiles. */
export function isProfile(address: string): boolean {
  const labels = hostOf(address).split('.');
  if (!labels.every((label) => /^[\w-]+$/.test(label))) return false;
  const [country = '', name = ''] = labels.toReversed();
  if (profileHostsOfAnyCountry.has(name) && /^\w+$/.test(country)) return true;
  return labels.some((_, index) => profileHosts.has(labels.slice(index).join('.')));
}
