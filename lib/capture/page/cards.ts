import type { Breathing } from './breath.ts';
import { absoluteUrl, attribute, closest, findIn, textContent } from './dom.ts';
import type { Microformat } from './microformats.ts';
import { firstText } from './microformats.ts';
import { thingCaps } from './thing.ts';
import { type ItemInput, type PlacedItem, plainEmail, plainPhone } from './things.ts';

const cut = (text: string | undefined, max: number) => {
  const clean = text?.replace(/\s+/g, ' ').trim();
  return clean === undefined || clean === '' ? undefined : clean.slice(0, max);
};
const texts = (card: Microformat, name: string): string[] =>
  (card.props.get(name) ?? []).map((v) => (typeof v === 'string' ? v : v.value)).filter((v) => v !== '');
const inner = (card: Microformat, name: string): Microformat[] =>
  (card.props.get(name) ?? []).filter((v): v is Microformat => typeof v !== 'string');
const known = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function addressOf(from: Microformat): NonNullable<ItemInput['addresses']>[number] | undefined {
  const parts = known({
    street: cut([...texts(from, 'street-address'), ...texts(from, 'extended-address')].join(', '), 300),
    city: cut(firstText(from, 'locality'), 150),
    region: cut(firstText(from, 'region'), 150),
    postalCode: cut(firstText(from, 'postal-code'), 40),
    country: cut(firstText(from, 'country-name'), 100),
  });
  return Object.keys(parts).length > 0 ? parts : undefined;
}

/** Addresses of a card: those marked as such, the parts that stand in the card itself, and an address in one text. */
function addressesOf(card: Microformat): NonNullable<ItemInput['addresses']> {
  const found: NonNullable<ItemInput['addresses']> = [];
  for (const value of [...(card.props.get('adr') ?? []), ...(card.props.get('label') ?? [])]) {
    const parts = typeof value === 'string' ? undefined : addressOf(value);
    const text = cut(typeof value === 'string' ? value : value.value, 500);
    if (parts) found.push(parts);
    else if (text) found.push({ text });
  }
  for (const child of card.children) if (child.types.includes('h-adr')) found.push(...[addressOf(child) ?? []].flat());
  const own = addressOf(card);
  if (own && found.length === 0) found.push(own);
  return found.slice(0, 20);
}

/** Numbers with their type: `<span class="tel"><span class="type">fax</span> <span class="value">…</span></span>`. */
function phonesOf(card: Microformat): NonNullable<ItemInput['phones']> {
  const types = new Map<string, string>();
  for (const el of findIn(card.el, '.tel,.p-tel')) {
    const type = [...findIn(el, '.type')].map((t) => attribute(t, 'title') ?? textContent(t) ?? '').join(' ');
    if (type.trim() !== '')
      types.set((textContent(el) ?? '').replace(/\D/g, ''), type.trim().toLowerCase().slice(0, 60));
  }
  const found: NonNullable<ItemInput['phones']> = [];
  const add = (written: string, type: string | undefined) => {
    const bare = type ? written.replace(new RegExp(`^\\W*${type.replace(/\W/g, '.')}\\W*`, 'i'), '') : written;
    const text = plainPhone(bare).replace(/\s+/g, ' ');
    if (/\d/.test(text) && !found.some((p) => p.text === text)) found.push({ text, ...(type && { type }) });
  };
  for (const text of texts(card, 'tel')) add(text, types.get(text.replace(/\D/g, '')));
  for (const text of texts(card, 'fax')) add(text, 'fax');
  return found.slice(0, 50);
}

/** Where sites name who wrote a text or a comment. */
const writers =
  '#comments,.comments,.comment,.commentlist,.comment-list,.comment-author,.byline,.entry-meta,.post-meta,.author.vcard';

type Place = { relation: string | undefined; owner: Microformat | undefined };

/** In: microformats of a page, and the base of its addresses. Out: an item for each card among them, at any depth. */
export function* itemsOfMicroformats(top: Microformat[], base: string): Breathing<PlacedItem[]> {
  const cards: { card: Microformat; place: Place }[] = [];
  const waiting: { card: Microformat; place: Place }[] = top
    .map((card) => ({ card, place: { relation: undefined, owner: undefined } }))
    .reverse();
  for (let next = waiting.pop(); next && cards.length < thingCaps.items; next = waiting.pop()) {
    const { card } = next;
    if (card.types.includes('h-card')) cards.push(next);
    const inside: typeof waiting = [];
    for (const [relation, values] of card.props)
      for (const value of values)
        if (typeof value !== 'string') inside.push({ card: value, place: { relation, owner: card } });
    for (const child of card.children) inside.push({ card: child, place: { relation: undefined, owner: card } });
    for (const child of inside.reverse()) waiting.push(child);
  }
  const index = new Map(cards.map(({ card }, i) => [card, i]));
  const found: PlacedItem[] = [];
  for (const { card, place } of cards) {
    yield;
    const org = inner(card, 'org')[0];
    const orgName = cut(texts(card, 'organization-name')[0] ?? texts(card, 'org')[0], 300);
    const given = cut(firstText(card, 'given-name'), 150);
    const family = cut(firstText(card, 'family-name'), 150);
    const written = cut(firstText(card, 'name'), 300) ?? cut([given, family].filter(Boolean).join(' '), 300);
    const jobTitle = cut(firstText(card, 'job-title') ?? firstText(card, 'title') ?? firstText(card, 'role'), 300);
    const isOrg = written !== undefined ? written === orgName : orgName !== undefined && !jobTitle;
    const isOrgOfOther = place.relation === 'org' || place.relation === 'brand';
    const isPerson =
      !isOrg &&
      !isOrgOfOther &&
      (given !== undefined || family !== undefined || orgName !== undefined || jobTitle !== undefined);
    const name = written ?? (isOrg ? orgName : undefined);
    const emails = [
      ...new Set(
        texts(card, 'email')
          .map(plainEmail)
          .filter((e): e is string => e !== undefined),
      ),
    ];
    const phones = phonesOf(card);
    const author = place.relation === 'author' || place.relation === 'reviewer' || closest(card.el, writers) !== null;
    const note = cut(firstText(card, 'note'), 1000);
    const item: ItemInput = {
      detector: 'microformats',
      kind: isOrg || isOrgOfOther ? 'company' : isPerson ? 'person' : 'unknown',
      type: card.classic ? 'vcard' : 'h-card',
      ...known({
        name,
        givenName: given,
        familyName: family,
        honorific: cut(firstText(card, 'honorific-prefix'), 60),
        jobTitle,
        department: cut(texts(card, 'organization-unit')[0], 300),
        organization: isOrg ? undefined : orgName,
        organizationItem: isOrg || !org ? undefined : index.get(org),
      }),
      emails: emails.slice(0, 50),
      phones,
      urls: [...new Set(texts(card, 'url').map((u) => absoluteUrl(u, base)))]
        .filter((u): u is string => u !== undefined && /^https?:/.test(u))
        .slice(0, 50),
      addresses: addressesOf(card),
      facts: { ...(note && { description: note }), ...(place.relation && { relation: place.relation.slice(0, 60) }) },
      role: author ? 'author' : place.owner ? 'member' : cards.length === 1 ? 'main' : 'other',
      snippet: [name ?? orgName, jobTitle, phones[0]?.text, emails[0]].filter(Boolean).join(' · ').slice(0, 120),
    };
    found.push({ item, el: card.el });
  }
  return found;
}
