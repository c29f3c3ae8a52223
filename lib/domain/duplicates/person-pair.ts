import { type Census, chatPlace, emailPlace, linkPlace } from './census.ts';
import { type NameRelation, type NameVariant, relateNames } from './compare-names.ts';
import { relateFirms } from './firm-name.ts';
import type { KnownPerson } from './known.ts';
import { isNumbered, relateEmails } from './own-emails.ts';
import { createScale, nameReason, type Scale, type Weighed } from './reason.ts';
import { bothKnown, linksContradict, meets, sharedOne, sharedPhone } from './shared-contacts.ts';

const twoPeople: Weighed = { score: -8, reasons: [] };
const tooLittle: Weighed = { score: 0, reasons: [] };

type FirmStand = 'same' | 'near' | 'other' | 'unknown';

/**
 * How much speaks for two people being one. In: both, what the book says of their keys. Out: the weights, above
 * `likelyFrom` they are shown, above `certainFrom` nobody need look. A firm's number or domain says nothing of a person.
 */
export function weighPeople(a: KnownPerson, b: KnownPerson, census: Census): Weighed {
  const names = relateNames(a.name, b.name);
  // Two people, whatever desk, house or mailbox they share. Most pairs end here.
  if (names.is === 'different') return twoPeople;
  const scale = createScale();
  const proofs = weighContacts(scale, a, b, census);
  const isVague = names.is !== 'same' && names.is !== 'variant';
  // A name that hardly fits, another firm, and nothing that is theirs alone.
  if (isVague && proofs === 0 && !meets(a.firms, b.firms)) return tooLittle;
  const firm = relateFirmsOf(a, b);
  weighName(scale, a, b, names, firm, proofs, census);
  if (firm === 'same') scale.add(3, 'sameFirm');
  else if (firm === 'near') scale.add(2.5, 'nearFirm');
  // Whoever moved took the number along.
  else if (firm === 'other') scale.add(names.is === 'same' && proofs > 0 ? -1 : -2, 'otherFirm');
  weighRest(scale, a, b, names, firm, proofs);
  return scale.weighed;
}

function relateFirmsOf(a: KnownPerson, b: KnownPerson): FirmStand {
  if (meets(a.firms, b.firms)) return 'same';
  const relation = relateFirms(a.firm, b.firm);
  if (
    relation === 'slip' ||
    relation === 'part' ||
    relation === 'branch' ||
    relation === 'initials' ||
    relation === 'script'
  )
    return 'near';
  const named = (one: KnownPerson, other: KnownPerson) =>
    one.firm !== undefined &&
    other.firms.some(
      (token) => token.startsWith('domain ') && token.slice(7).split('.')[0]?.replaceAll('-', '') === one.firm?.joined,
    );
  if (named(a, b) || named(b, a)) return 'same';
  if (!bothKnown(a.firms, b.firms)) return 'unknown';
  // A name in characters and one in letters, and no domain on one side: nobody can tell.
  return a.firm && b.firm && relation === 'unknown' ? 'unknown' : 'other';
}

/** What is theirs alone and both have. Out: how many such there are. */
function weighContacts(scale: Scale, a: KnownPerson, b: KnownPerson, census: Census): number {
  let proofs = 0;
  // A second proof of the same kind of tie says less than the first.
  const prove = (weight: number, is: 'email' | 'mobile' | 'phone' | 'link' | 'chat', value: string) => {
    scale.add(proofs === 0 ? weight : weight / 2, is, value);
    proofs += 1;
  };
  const email = sharedOne(a.emails, b.emails, census, emailPlace);
  if (email) prove(6, 'email', email);
  const link = sharedOne(a.links, b.links, census, (one) => `person ${linkPlace(one)}`);
  if (link) prove(6, 'link', link);
  const chat = sharedOne(a.chats, b.chats, census, (one) => `person ${chatPlace(one)}`);
  if (chat) prove(6, 'chat', chat.replace(/^\S+ /, ''));
  const phone = sharedPhone(a, b, census);
  if (phone)
    prove(
      phone.use === 'mobile' ? 5 : 4,
      phone.use === 'mobile' ? 'mobile' : 'phone',
      `${phone.digits}${phone.ext && ` ${phone.ext}`}`,
    );
  return proofs;
}

/** A short Chinese name sounds like many others; a middle name may tell two apart. */
function variantWeight(a: KnownPerson, b: KnownPerson, how: NameVariant | undefined): number {
  if (how === 'script')
    return Math.max(a.name.sound?.given.length ?? 0, b.name.sound?.given.length ?? 0) >= 5 ? 3.5 : 2.5;
  return how === 'middle' ? 3 : 3.5;
}

function weighName(
  scale: Scale,
  a: KnownPerson,
  b: KnownPerson,
  names: NameRelation,
  firm: FirmStand,
  proofs: number,
  census: Census,
): void {
  switch (names.is) {
    case 'same':
      scale.add(4, names.how ? nameReason(names.how) : 'sameName');
      // 王伟 and Michael Schmidt are many.
      if (firm !== 'same' && census.bearers(a.name.key) > 4) scale.lean(-1.5);
      // The only two of that name, and one of them without a firm.
      else if (firm === 'unknown' && census.bearers(a.name.key) <= 2) scale.add(1, 'rareName');
      break;
    case 'variant':
      scale.add(variantWeight(a, b, names.how), names.how ? nameReason(names.how) : 'sameName');
      break;
    case 'weak': {
      const how = names.how ?? 'part';
      scale.add(how === 'initial' ? 1.5 : how === 'sound' ? 1 : 0.5, nameReason(how));
      const short = [a, b].find(({ name }) => name.given[0]?.length === 1);
      if (how === 'initial' && short && firm === 'same' && census.isOnlyFit(short)) scale.add(2.5, 'onlyFit');
      break;
    }
    case 'otherFamily':
      scale.add(proofs > 0 ? -1.5 : -6, 'otherFamilyName');
      break;
    case 'unknown':
      // Two names that cannot be compared: the rest must be strong.
      if (a.name.script !== 'none' && b.name.script !== 'none') scale.lean(-0.5);
  }
}

function weighRest(
  scale: Scale,
  a: KnownPerson,
  b: KnownPerson,
  names: NameRelation,
  firm: FirmStand,
  proofs: number,
): void {
  // A desk's number goes from one to the next; the rest stays with who they are.
  const isProven = scale.weighed.reasons.some(
    ({ is }) => is === 'email' || is === 'mobile' || is === 'link' || is === 'chat',
  );
  const emails = relateEmails(a, b);
  if (emails === 'near') scale.add(3, 'nearEmail');
  // Somebody may have two addresses; whoever shares nothing else has not.
  else if (emails === 'contradict') scale.add(isProven ? -1 : -4, 'otherEmail');
  else if (emails === 'otherForm' && proofs === 0 && names.is !== 'same') scale.lean(-0.5);
  if (linksContradict(a.links, b.links)) scale.add(-5, 'otherLink');
  if (proofs === 0) {
    const uses = (person: KnownPerson) => person.phones.map(({ use }) => use).filter((use) => use !== 'shared');
    const [x, y] = [uses(a), uses(b)];
    if (x.includes('mobile') && y.includes('mobile')) scale.add(-1.5, 'otherPhone');
    else if (x.length > 0 && y.length > 0) scale.add(-0.5, 'otherPhone');
    // A firm that numbers its people (weber2) has two of the name.
    if (isNumbered(a) !== isNumbered(b)) scale.lean(-1);
  }
  if (a.title && b.title) {
    if (a.title === b.title) scale.add(1, 'title');
    else if (proofs === 0 && firm === 'same') scale.add(-1.5, 'otherTitle');
  }
  const [x, y] = [a.places, b.places];
  if (meets(x.streets, y.streets) && (meets(x.codes, y.codes) || meets(x.cities, y.cities)))
    scale.add(firm === 'same' ? 0.5 : 2, 'address');
  else if (meets(x.cities, y.cities) && firm !== 'same')
    scale.add(
      1.5,
      'place',
      x.cities.find((one) => y.cities.includes(one)),
    );
  else if (bothKnown(x.countries, y.countries) && !meets(x.countries, y.countries)) scale.add(-1, 'otherPlace');
}
