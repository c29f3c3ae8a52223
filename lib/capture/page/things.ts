import type { z } from 'zod';
import type { structuredItem } from '../../domain/schema/snapshot.ts';
import type { Breathing } from './breath.ts';
import { absoluteUrl } from './dom.ts';
import { type Thing, textOf, textsOf, thingCaps, thingsOf } from './thing.ts';
import { isWriting, kindOfTypes, localPart } from './vocabulary.ts';

export type ItemInput = z.input<typeof structuredItem>;
/** An item, and the element it was read from where it has one. */
export type PlacedItem = { item: ItemInput; el: Element | undefined };

const memberRelations = new Set([
  'employee',
  'member',
  'founder',
  'contactPoint',
  'performer',
  'director',
  'actor',
  'manager',
]);
const belongsTo = ['worksFor', 'affiliation', 'memberOf'];
/** Facts kept under their schema.org name. */
const factNames =
  'legalName vatID taxID leiCode duns naics isicV4 globalLocationNumber foundingDate description slogan alternateName knowsAbout industry openingHours priceRange numberOfEmployees'.split(
    ' ',
  );

const cut = (text: string | undefined, max: number) =>
  text === undefined || text === '' ? undefined : text.slice(0, max);
const known = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** E-mail addresses as written, without `mailto:` and what follows a question mark. */
export const plainEmail = (written: string): string | undefined => {
  const address =
    written
      .replace(/^\s*mailto:/i, '')
      .split('?')[0]
      ?.trim() ?? '';
  if (address === '' || address.length > 320) return undefined;
  try {
    return decodeURIComponent(address);
  } catch {
    // A percent sign that codes nothing is part of what was written.
    return address;
  }
};
export const plainPhone = (written: string): string =>
  written
    .replace(/^\s*(?:tel|fax|sms|callto):/i, '')
    .trim()
    .slice(0, 80);

function addressesOf(thing: Thing): NonNullable<ItemInput['addresses']> {
  const found: NonNullable<ItemInput['addresses']> = [];
  for (const value of thing.props.get('address') ?? []) {
    if (typeof value === 'string') {
      const text = cut(value.replace(/\s+/g, ' ').trim(), 500);
      if (text) found.push({ text });
      continue;
    }
    const parts = known({
      street: cut([...textsOf(value, 'streetAddress'), ...textsOf(value, 'extended-address')].join(', '), 300),
      city: cut(textOf(value, 'addressLocality'), 150),
      region: cut(textOf(value, 'addressRegion'), 150),
      postalCode: cut(textOf(value, 'postalCode'), 40),
      country: cut(textOf(value, 'addressCountry'), 100),
    });
    if (Object.keys(parts).length > 0) found.push(parts);
    else {
      const text = cut(textOf(value, 'name', 'description'), 500);
      if (text) found.push({ text });
    }
  }
  return found.slice(0, 20);
}

function phonesOf(thing: Thing): NonNullable<ItemInput['phones']> {
  const found: NonNullable<ItemInput['phones']> = [];
  const add = (written: string, type?: string) => {
    const text = plainPhone(written);
    if (/\d/.test(text) && !found.some((p) => p.text === text))
      found.push({ text, ...(type && { type: type.slice(0, 60) }) });
  };
  for (const text of textsOf(thing, 'telephone')) add(text);
  for (const text of textsOf(thing, 'mobile', 'mobilePhone')) add(text, 'mobile');
  for (const text of textsOf(thing, 'faxNumber')) add(text, 'fax');
  for (const part of thingsOf(thing, 'contactPoint', 'address', 'location')) {
    if (kindOfTypes(part.types)) continue;
    for (const text of textsOf(part, 'telephone')) add(text, textOf(part, 'contactType') ?? '');
    for (const text of textsOf(part, 'faxNumber')) add(text, 'fax');
  }
  return found.slice(0, 50);
}

function emailsOf(thing: Thing): string[] {
  const parts = thingsOf(thing, 'contactPoint', 'address', 'location').filter((part) => !kindOfTypes(part.types));
  const written = [...textsOf(thing, 'email'), ...parts.flatMap((part) => textsOf(part, 'email'))];
  return [...new Set(written.map(plainEmail).filter((e): e is string => e !== undefined))].slice(0, 50);
}

function factsOf(thing: Thing, relation: string | undefined): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const name of factNames) {
    const value = cut(textsOf(thing, name).join('; '), 1000);
    if (value) facts[name] = value;
  }
  for (const range of thingsOf(thing, 'numberOfEmployees')) {
    const [low, high] = [textOf(range, 'minValue'), textOf(range, 'maxValue')];
    if (!facts.numberOfEmployees && (low || high))
      facts.numberOfEmployees = [low, high].filter(Boolean).join('–').slice(0, 60);
  }
  for (const identifier of thingsOf(thing, 'identifier', 'taxID', 'vatID')) {
    const kind = textOf(identifier, 'propertyID', 'name');
    const value = textOf(identifier, 'value');
    if (kind && value && /^[\w .-]{1,60}$/.test(kind)) facts[kind] ??= value.slice(0, 1000);
  }
  if (relation) facts.relation = relation.slice(0, 60);
  return facts;
}

/** A role node (`OrganizationRole`, `EmployeeRole`) stands between two things and says as what. */
const isRole = (thing: Thing) => thing.types.some((t) => /Role$/.test(localPart(t)));

type Visit = { thing: Thing; relation?: string; owner?: Thing; title?: string; depth: number };

/**
 * From things to the people and organisations among them.
 * In: the top things of one detector, and the base of relative addresses. Out: an item each, persons tied to the items of their organisations.
 */
export function* itemsOfThings(top: Thing[], detector: ItemInput['detector'], base: string): Breathing<PlacedItem[]> {
  const visits = new Map<Thing, Visit[]>();
  const waiting: Visit[] = top.map((thing) => ({ thing, depth: 0 })).reverse();
  const order: Thing[] = [];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { thing, depth } = visit;
    const had = visits.get(thing);
    if (had) {
      had.push(visit);
      continue;
    }
    visits.set(thing, [visit]);
    if ((kindOfTypes(thing.types) || isNamedThing(thing)) && order.length < thingCaps.items) order.push(thing);
    if (depth >= thingCaps.depth || visits.size > thingCaps.things) continue;
    const inner: Visit[] = [];
    for (const [relation, values] of thing.props)
      for (const value of values) {
        if (typeof value === 'string') continue;
        const through = isRole(value) ? thingsOf(value, relation) : [];
        const title = through.length > 0 ? textOf(value, 'roleName', 'namedPosition', 'jobTitle') : undefined;
        for (const target of through.length > 0 ? through : [value])
          inner.push({ thing: target, relation, owner: thing, depth: depth + 1, ...(title && { title }) });
      }
    for (const next of inner.reverse()) waiting.push(next);
  }

  const index = new Map(order.map((thing, i) => [thing, i]));
  const companyFor = (thing: Thing, all: Visit[]): { name?: string; item?: number } => {
    for (const property of belongsTo) {
      const direct = thingsOf(thing, property).flatMap((t) => (isRole(t) ? thingsOf(t, property) : [t]));
      for (const org of direct) {
        const item = index.get(org);
        const name = textOf(org, 'name', 'legalName');
        if (item !== undefined || name) return known({ name, item }) as { name?: string; item?: number };
      }
      const [name] = textsOf(thing, property);
      if (name && !/^https?:/.test(name)) return { name };
    }
    for (const { owner, relation } of all)
      if (owner && relation && memberRelations.has(relation) && kindOfTypes(owner.types) === 'company') {
        const item = index.get(owner);
        return known({ name: textOf(owner, 'name', 'legalName'), item }) as { name?: string; item?: number };
      }
    return {};
  };

  const roleFor = (thing: Thing, all: Visit[]): ItemInput['role'] => {
    const said = (test: RegExp, of: (owner: Thing) => boolean) =>
      all.some((v) => v.owner && v.relation && test.test(v.relation) && of(v.owner));
    const kind = kindOfTypes(thing.types);
    if (said(/^(author|creator|editor|contributor|reviewedBy)$/, (o) => isWriting(o.types) && !isReview(o)))
      return said(/^(publisher|mainEntity|about)$/, () => true) && kind === 'company' ? 'publisher' : 'author';
    if (said(/^(publisher|sourceOrganization|provider|copyrightHolder)$/, (o) => isWriting(o.types) && !isSite(o)))
      return 'publisher';
    if (said(/^(employee|member|founder|performer|contactPoint)$/, () => true)) return 'member';
    if (said(/^(mainEntity|about|publisher|copyrightHolder|isPartOf)$/, (o) => isSite(o))) return 'main';
    const onItsOwn = all.some((v) => !v.owner) && all.every((v) => !v.owner || belongsTo.includes(v.relation ?? ''));
    return onItsOwn ? 'main' : 'other';
  };

  const found: PlacedItem[] = [];
  for (const thing of order) {
    yield;
    const all = visits.get(thing) ?? [];
    const kind = kindOfTypes(thing.types) ?? 'unknown';
    const [givenName, familyName] = [textOf(thing, 'givenName'), textOf(thing, 'familyName')];
    const named = textOf(thing, 'name') ?? textOf(thing, 'legalName');
    const name = named ?? (kind === 'person' ? [givenName, familyName].filter(Boolean).join(' ') : undefined);
    const jobTitle = textOf(thing, 'jobTitle') ?? all.find((v) => v.title)?.title ?? textOf(thing, 'hasOccupation');
    const company = kind === 'person' ? companyFor(thing, all) : {};
    const urls = textsOf(thing, 'url', 'sameAs')
      .concat(thingsOf(thing, 'url').flatMap((t) => (t.id ? [t.id] : [])))
      .map((u) => absoluteUrl(u, base))
      .filter((u): u is string => u !== undefined && /^https?:/.test(u));
    const through = all.find((v) => v.relation);
    const relation =
      through?.relation === 'author' && through.owner && isReview(through.owner) ? 'reviewer' : through?.relation;
    const addresses = addressesOf(isAddress(thing) ? { types: [], props: new Map([['address', [thing]]]) } : thing);
    const located = addresses.length > 0 ? addresses : thingsOf(thing, 'location').flatMap(addressesOf).slice(0, 20);
    const phones = phonesOf(thing);
    const emails = emailsOf(thing);
    const item: ItemInput = {
      detector,
      kind,
      type: (thing.types.map(localPart).at(-1) ?? '').slice(0, 100),
      ...known({
        name: cut(name, 300),
        givenName: cut(givenName, 150),
        familyName: cut(familyName, 150),
        honorific: cut(textOf(thing, 'honorificPrefix'), 60),
        jobTitle: kind === 'person' ? cut(jobTitle, 300) : undefined,
        department: kind === 'person' ? cut(textOf(thing, 'department'), 300) : undefined,
        organization: cut(company.name, 300),
        organizationItem: company.item,
      }),
      emails,
      phones,
      urls: [...new Set(urls)].slice(0, 50),
      addresses: located,
      facts: factsOf(thing, relation),
      role: roleFor(thing, all) ?? 'other',
      snippet: [name, jobTitle, phones[0]?.text, emails[0]].filter(Boolean).join(' · ').slice(0, 120),
    };
    found.push({ item, el: thing.el });
  }
  return found;
}

const isReview = (thing: Thing) => thing.types.some((t) => /^(?:User|Critic|Employer)?Review$/.test(localPart(t)));
/** A product, place, event or work with a name: no lead, and good to know so that nobody takes its name for one. */
const isNamedThing = (thing: Thing) =>
  thing.types.length > 0 &&
  (isAddress(thing) ? !thing.nested : !thing.types.some((t) => unnamed.test(localPart(t)))) &&
  textOf(thing, 'name') !== undefined;
/** An address that stands alone and has a name is the address of whoever is so called. */
const isAddress = (thing: Thing) => thing.types.some((t) => localPart(t) === 'PostalAddress');
const unnamed =
  /(?:Page|WebSite|ListItem|ItemList|Address|ContactPoint|Offer|Role|Action|Value|Specification|Rating|Breadcrumb|BreadcrumbList|Coordinates|ImageObject|DefinedTerm|Country|City|State|Area|Region|Property|EntryPoint|Brand|Language|Thing)$/;
const isSite = (thing: Thing) =>
  thing.types.some((t) =>
    /^(?:WebSite|WebPage|AboutPage|ContactPage|ProfilePage|CollectionPage|ItemPage|FAQPage)$/.test(localPart(t)),
  );
