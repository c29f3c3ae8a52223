import type { Company, Person } from '../../lib/domain/schema/lead.ts';
import type { Phone } from '../../lib/domain/schema/value.ts';
import { type Chance, slip } from './chance.ts';
import { crafts, nicknames } from './words.ts';
import { ascii, type Land, type TrueFirm, type TruePerson } from './world.ts';

const idOf = (at: number): string => `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
const countries: Record<Land, string> = { de: 'DE', en: 'GB', cn: 'CN' };
const local: Record<Land, number> = { de: 3, en: 3, cn: 3 };

/** A number as somebody wrote it: mostly known to its country, else as it is dialled at home. */
function phoneOf(chance: Chance, e164: string, land: Land, kind: Phone['kind']): Phone {
  const home = `0${e164.slice(local[land])}`;
  if (chance.is(0.2)) return { text: `${home.slice(0, 4)} ${home.slice(4)}`, kind };
  return { e164, text: e164, kind: chance.is(0.15) ? 'other' : kind };
}

/** How a second record of somebody differs from the first. */
export const waysOfPeople = {
  again: 14,
  spelling: 12,
  nickname: 8,
  initial: 8,
  slip: 9,
  script: 12,
  moved: 10,
  married: 4,
  bare: 10,
  phoneOnly: 6,
  partName: 4,
  misread: 5,
};
export type WayOfPeople = keyof typeof waysOfPeople;

/** What of somebody is on a record: chances of each. */
type Known = {
  firm: number;
  email: number;
  direct: number;
  mobile: number;
  profile: number;
  wechat: number;
  own: number;
  title: number;
  board: number;
};
const usual: Known = {
  firm: 0.95,
  email: 0.7,
  direct: 0.4,
  mobile: 0.4,
  profile: 0.35,
  wechat: 0.2,
  own: 0.05,
  title: 0.7,
  board: 0.35,
};

type Said = { name: string; known: Known; firm: TrueFirm | undefined; email: string; partial?: boolean };

/** A record of somebody. In: chance, its number, the person, how it differs (absent: the first one), where they moved to. */
export function personRecord(
  chance: Chance,
  at: number,
  person: TruePerson,
  way?: WayOfPeople,
  next?: TrueFirm,
  first?: Person,
): Person {
  const said = saidOf(chance, person, way, next);
  const { firm, known } = said;
  const phones: Phone[] = [];
  const hasFirm = firm !== undefined && chance.is(known.firm);
  if (chance.is(known.mobile))
    phones.push(phoneOf(chance, person.mobile, person.land, chance.is(0.7) ? 'mobile' : 'work'));
  if (firm === person.firm && chance.is(known.direct)) phones.push(phoneOf(chance, person.direct, person.land, 'work'));
  if (hasFirm && chance.is(known.board))
    phones.push(phoneOf(chance, firm.phone, person.land, chance.is(0.5) ? 'switchboard' : 'work'));
  const emails = [
    ...(firm && chance.is(known.email) ? [`${said.email}@${firm.domain}`] : []),
    ...(chance.is(known.own) ? [person.own] : []),
    ...(firm && chance.is(0.08) ? [`info@${firm.domain}`] : []),
  ];
  const links = chance.is(known.profile) ? [person.profile] : [];
  // Whoever is met again elsewhere mostly has something on them that was known before: else nobody could tell.
  if (first && (!firm || way === 'moved' || way === 'phoneOnly' || way === 'partName') && chance.is(0.85)) {
    const mobile = first.phones.find((one) => (one.e164 ?? one.text).endsWith(person.mobile.slice(-7)));
    if (mobile) phones.push({ ...mobile });
    else if (first.links.length > 0) links.push(...first.links);
    else if (first.emails.includes(person.own)) emails.push(person.own);
    else if (first.phones.length > 0 && way !== 'moved') phones.push(...first.phones.slice(0, 1));
    else {
      first.phones.push(phoneOf(chance, person.mobile, person.land, 'mobile'));
      phones.push(phoneOf(chance, person.mobile, person.land, 'mobile'));
    }
  }
  // Nobody keeps a name alone.
  if (!hasFirm && phones.length + emails.length + links.length === 0)
    phones.push(phoneOf(chance, person.mobile, person.land, 'mobile'));
  return {
    kind: 'person',
    id: idOf(at),
    name: said.name,
    partial: said.partial ?? false,
    ...(hasFirm && { companyName: firmName(chance, firm) }),
    ...(chance.is(known.title) && { jobTitle: person.title }),
    emails,
    phones,
    ...(person.land === 'cn' && chance.is(known.wechat) && { wechat: person.wechat }),
    links,
    addresses: chance.is(0.2)
      ? [{ city: firm?.town ?? person.town, country: countries[person.land], text: firm?.town ?? person.town }]
      : [],
    tags: [],
    createdAt: 1,
    updatedAt: 1,
  };
}

const written = ({ land, given, family }: TruePerson) => (land === 'cn' ? family + given : `${given} ${family}`);

function saidOf(chance: Chance, person: TruePerson, way: WayOfPeople | undefined, next: TrueFirm | undefined): Said {
  const name = written(person);
  const same: Said = { name, known: usual, firm: person.firm, email: person.local };
  const latin = person.land !== 'cn';
  switch (way) {
    case undefined:
    case 'again':
      return same;
    case 'spelling': {
      if (!latin) return { ...same, name: `${name}${chance.of(['先生', ' 经理', ''])}` };
      const forms = [
        `${person.family}, ${person.given}`,
        `${person.family} ${person.given}`,
        `Dr. ${name}`,
        `${person.given} ${chance.of(['A.', 'Maria', 'J.'])} ${person.family}`,
        name.normalize('NFKD').replace(/\p{M}/gu, '').replace('ß', 'ss'),
        name.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('Ü', 'Ue'),
        name.toUpperCase(),
      ];
      return { ...same, name: chance.of(forms) };
    }
    case 'nickname': {
      const short = chance.of(nicknames[person.given] ?? [person.given]);
      return { ...same, name: latin ? `${short} ${person.family}` : name };
    }
    case 'initial':
      return {
        ...same,
        name: latin ? `${person.given.charAt(0)}. ${person.family}` : name,
        known: { ...usual, email: 0.75 },
      };
    case 'slip':
      return {
        ...same,
        name: latin
          ? chance.is(0.7)
            ? `${person.given} ${slip(chance, person.family)}`
            : `${slip(chance, person.given)} ${person.family}`
          : name,
      };
    case 'script':
      return { ...same, name: person.scripts.length > 0 ? chance.of(person.scripts) : name };
    case 'moved':
      return { ...same, firm: next, known: { ...usual, mobile: 0.6, profile: 0.6, own: 0.25 } };
    case 'married': {
      const family = chance.of(['Lindqvist', 'Sandmann', 'Rehbein', 'Holloway']);
      const isDouble = chance.is(0.6);
      return {
        ...same,
        name: latin ? `${person.given} ${isDouble ? `${person.family}-${family}` : family}` : name,
        email: isDouble ? person.local : `${ascii(person.given)}.${ascii(family)}`,
        known: { ...usual, mobile: 0.7, profile: 0.6 },
      };
    }
    case 'bare':
      return {
        ...same,
        known: { firm: 1, email: 0, direct: 0, mobile: 0, profile: 0, wechat: 0, own: 0, title: 0.3, board: 0.2 },
      };
    case 'phoneOnly':
      return { ...same, known: { ...usual, firm: 0.2, email: 0, mobile: 0.8, direct: 0.5 } };
    case 'partName':
      return {
        ...same,
        name: latin ? person.family : `${person.family}${chance.of(['先生', '经理', '总'])}`,
        partial: true,
        known: { ...usual, mobile: 0.8, email: 0.5 },
      };
    case 'misread':
      return { ...same, name: latin && chance.is(0.5) ? slip(chance, name) : name, email: slip(chance, person.local) };
  }
}

/** A firm's name as people write it. */
function firmName(chance: Chance, { land, name, form, latin }: TrueFirm): string {
  if (land === 'cn') return chance.is(0.3) && latin ? latin : name + form;
  return chance.weighted({ whole: 6, bare: 3, other: 1 }) === 'whole' ? `${name} ${form}` : name;
}

export const waysOfFirms = { again: 20, form: 20, slip: 15, spaced: 12, bare: 12, shorter: 8, script: 8, town: 5 };
export type WayOfFirms = keyof typeof waysOfFirms;

/** A record of a firm. In: chance, its number, the firm, how it differs from the first. */
export function firmRecord(chance: Chance, at: number, firm: TrueFirm, way?: WayOfFirms): Company {
  const isBare = way === 'bare';
  const has = (share: number) => !isBare && chance.is(share);
  const info = `${chance.of(firm.land === 'de' ? ['info', 'kontakt', 'info'] : ['sales', 'info', 'office'])}@${firm.domain}`;
  const hasPlace = isBare ? chance.is(0.5) : chance.is(0.75);
  return {
    kind: 'company',
    id: idOf(at),
    name: nameAs(chance, firm, way),
    ...(has(0.6) && { domain: firm.domain }),
    emails: has(0.4) ? [info] : [],
    phones: has(0.5) ? [phoneOf(chance, firm.phone, firm.land, 'work')] : [],
    addresses: hasPlace
      ? [
          {
            city: firm.town,
            ...(chance.is(0.7) && { postalCode: firm.code }),
            ...(chance.is(0.6) && { street: firm.street }),
            country: countries[firm.land],
            text: `${firm.street}, ${firm.town}`,
          },
        ]
      : [],
    ...(has(0.2) && (firm.land === 'cn' ? { creditCode: firm.vatId } : { vatId: firm.vatId })),
    ...(firm.register &&
      has(0.2) && { registerNumber: firm.register, ...(chance.is(0.7) && { registerCourt: firm.court }) }),
    representatives: [],
    links: [],
    tags: [],
    createdAt: 1,
    updatedAt: 1,
  };
}

function nameAs(chance: Chance, { land, name, form, latin }: TrueFirm, way: WayOfFirms | undefined): string {
  const whole = land === 'cn' ? name + form : `${name} ${form}`;
  switch (way) {
    case 'form':
      if (land === 'cn') return name;
      return chance.of([
        name,
        `${name} ${form === 'GmbH' ? 'Gesellschaft mit beschränkter Haftung' : form.replace('& Co.', 'und Co.')}`,
        name.toUpperCase(),
        `${name} ${form.replace(' & Co. KG', '')}`,
      ]);
    case 'slip':
      return land === 'cn' ? whole : `${slip(chance, name)}${chance.is(0.5) ? ` ${form}` : ''}`;
    case 'spaced':
      return land === 'cn'
        ? whole.replace('有限公司', '（有限公司）')
        : chance.of([
            whole.replace(' ', '-'),
            whole.replace(' ', ''),
            whole.replace(/^(\S+) (\S+)/, '$2 $1'),
            `${whole}.`,
          ]);
    case 'shorter':
      return land === 'cn' ? name.slice(2) + form : (name.split(' ').find((word) => !crafts.includes(word)) ?? name);
    case 'script':
      return latin ?? whole;
    case 'town':
      return land === 'cn' ? whole : `${name} ${chance.of(['Deutschland', 'Group', 'International'])}`;
    default:
      return whole;
  }
}
