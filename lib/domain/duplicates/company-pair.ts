import { type Census, chatPlace, domainPlace, linkPlace } from './census.ts';
import { type FirmRelation, relateFirms } from './firm-name.ts';
import type { KnownCompany } from './known.ts';
import { createScale, type Reason, type Scale, type Weighed } from './reason.ts';
import { bothKnown, meets, sharedOne, sharedPhone } from './shared-contacts.ts';

const twoFirms: Weighed = { score: -8, reasons: [] };

const nameWeights: Record<FirmRelation, [number, Reason['is'] | undefined]> = {
  same: [4, 'firmName'],
  slip: [3, 'firmNameSlip'],
  part: [1.5, 'firmNamePart'],
  branch: [1.5, 'firmNameBranch'],
  initials: [1, 'firmNameInitials'],
  script: [2.5, 'firmNameScript'],
  unknown: [-0.5, undefined],
  sister: [-6, undefined],
  different: [-6, undefined],
};

/** How much speaks for two companies being one. Firms of a group share a website, a number and a house: that alone is nothing. */
export function weighCompanies(a: KnownCompany, b: KnownCompany, census: Census): Weighed {
  const scale = createScale();
  const names = relateFirms(a.name, b.name);
  const proves = (field: 'vatId' | 'creditCode' | 'register') => a[field] !== undefined && a[field] === b[field];
  if ((names === 'different' || names === 'sister') && !proves('vatId') && !proves('creditCode') && !proves('register'))
    return twoFirms;
  const [weight, is] = nameWeights[names];
  if (is) scale.add(weight, is);
  else scale.lean(weight);
  weighForm(scale, a, b, names);
  weighIds(scale, a, b);
  weighWeb(scale, a, b, census);
  weighPlace(scale, a, b);
  if (names === 'same') weighAlone(scale, a, b, census);
  // A slip in a long name is hardly ever another name.
  if (names === 'slip' && Math.min(a.name?.joined.length ?? 0, b.name?.joined.length ?? 0) >= 12) scale.lean(1);
  // 恒力包装 in 深圳 is 深圳恒力包装.
  if (names === 'part' && a.name?.han && startsWithTown(a, b)) scale.lean(2);
  // Schwarz, at the site of Schreinerei Schwarz.
  if (names === 'part' && a.domain && a.domain === b.domain) scale.lean(1);
  return scale.weighed;
}

/** A name that hardly any other firm of the book has: enough for a line of a list, or where nothing speaks against it. */
function weighAlone(scale: Scale, a: KnownCompany, b: KnownCompany, census: Census): void {
  if (!a.name || !b.name || census.bearers(a.name.key) > 3) return;
  const isSparse = ({ domain, places, phones }: KnownCompany) =>
    !domain && places.cities.length + places.codes.length + phones.length === 0;
  const speaksAgainst = scale.weighed.reasons.some(({ is }) => is.startsWith('other'));
  if (isSparse(a) || isSparse(b)) scale.add(2, 'rareName');
  else if (a.name.form === b.name.form && !speaksAgainst && census.bearers(a.name.key) === 2) scale.add(1, 'rareName');
}

const startsWithTown = (a: KnownCompany, b: KnownCompany) =>
  [a, b].some(({ name }) => [...a.places.cities, ...b.places.cities].some((city) => name?.joined.startsWith(city)));

function weighForm(scale: Scale, a: KnownCompany, b: KnownCompany, names: FirmRelation): void {
  const [x, y] = [a.name?.form ?? '', b.name?.form ?? ''];
  if (!x || !y || (names !== 'same' && names !== 'slip' && names !== 'part')) return;
  if (x === y) scale.lean(names === 'part' ? 0.5 : 1);
  // "GmbH" for "GmbH & Co. KG" is how people write.
  else if (x.startsWith(y) || y.startsWith(x) || x.endsWith(y) || y.endsWith(x)) scale.lean(-0.5);
  else scale.add(-5, 'otherForm');
}

function weighIds(scale: Scale, a: KnownCompany, b: KnownCompany): void {
  let isProven = false;
  for (const field of ['vatId', 'creditCode'] as const) {
    const [x, y] = [a[field], b[field]];
    if (!x || !y) continue;
    if (x !== y) scale.lean(-9);
    else if (!isProven) {
      scale.add(9, 'registerId', x);
      isProven = true;
    }
  }
  if (!a.register || !b.register) return;
  const sameCourt = !a.court || !b.court || a.court.startsWith(b.court) || b.court.startsWith(a.court);
  if (a.register !== b.register) scale.lean(sameCourt && a.court && b.court ? -7 : -3);
  else if (!sameCourt) scale.lean(-4);
  else if (!isProven) scale.add(a.court && b.court ? 7 : 4, 'registerId', a.register);
}

function weighWeb(scale: Scale, a: KnownCompany, b: KnownCompany, census: Census): void {
  if (a.domain && b.domain) {
    if (a.domain === b.domain) scale.add(census.isShared(domainPlace(a.domain)) ? 1.5 : 4, 'domain', a.domain);
    else scale.add(-1.5, 'otherDomain');
  }
  const email = a.emails.find((one) => b.emails.includes(one));
  if (email) scale.add(2, 'email', email);
  const phone = sharedPhone(a, b, census);
  if (phone) scale.add(email ? 1.5 : 2.5, 'phone', phone.digits);
  const link = sharedOne(a.links, b.links, census, (one) => `company ${linkPlace(one)}`);
  if (link) scale.add(4, 'link', link);
  const chat = sharedOne(a.chats, b.chats, census, (one) => `company ${chatPlace(one)}`);
  if (chat) scale.add(2, 'chat', chat.replace(/^\S+ /, ''));
}

function weighPlace(scale: Scale, a: KnownCompany, b: KnownCompany): void {
  const [x, y] = [a.places, b.places];
  const isNear = meets(x.codes, y.codes) || meets(x.cities, y.cities);
  if (meets(x.streets, y.streets) && isNear) scale.add(3, 'address');
  else if (meets(x.codes, y.codes))
    scale.add(
      2,
      'place',
      x.codes.find((one) => y.codes.includes(one)),
    );
  else if (meets(x.cities, y.cities))
    scale.add(
      1.5,
      'place',
      x.cities.find((one) => y.cities.includes(one)),
    );
  else if (bothKnown(x.countries, y.countries) && !meets(x.countries, y.countries)) scale.add(-4, 'otherPlace');
  else if (bothKnown(x.cities, y.cities)) scale.add(-3, 'otherPlace');
  if (isNear && bothKnown(x.streets, y.streets) && !meets(x.streets, y.streets)) scale.add(-1, 'otherPlace');
}
