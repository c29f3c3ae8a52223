import type { Chance } from './chance.ts';
import {
  brands,
  chinese,
  chineseJobs,
  chineseTowns,
  chineseTrades,
  crafts,
  english,
  englishJobs,
  englishTowns,
  englishTrades,
  german,
  jobs,
  russian,
  russianFamily,
  sisters,
  townSounds,
  towns,
  trades,
} from './words.ts';

export type Land = 'de' | 'en' | 'cn';
/** A firm as it truly is. */
export type TrueFirm = {
  land: Land;
  /** Without legal form. */
  name: string;
  form: string;
  /** The name abroad, for a Chinese firm. */
  latin?: string;
  domain: string;
  town: string;
  code: string;
  street: string;
  phone: string;
  vatId: string;
  register?: string;
  court?: string;
};
/** A person as they truly are. `scripts`: their name in other alphabets and spellings. */
export type TruePerson = {
  land: Land;
  given: string;
  family: string;
  scripts: string[];
  firm?: TrueFirm;
  title: string;
  local: string;
  direct: string;
  mobile: string;
  profile: string;
  wechat: string;
  own: string;
  town: string;
};

export const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

const country: Record<Land, string> = { de: '+49', en: '+44', cn: '+86' };
export const number = (land: Land, area: string, rest: string): string =>
  `${country[land]}${area.replace(/^0/, '')}${rest}`;

/** A firm of a land. In: a number that keeps domains apart. */
export function makeFirm(chance: Chance, at: number): TrueFirm {
  const land = chance.weighted({ de: 55, en: 20, cn: 25 });
  if (land === 'cn') {
    const [town, code, area] = chance.of(chineseTowns);
    const [brand, sound] = chance.of(brands);
    const [trade, english] = chance.of(chineseTrades);
    return {
      land,
      name: `${town}${brand}${trade}`,
      form: '有限公司',
      latin: `${townSounds[town]} ${sound} ${english} Co., Ltd.`,
      domain: `${sound.toLowerCase()}${at}.example`,
      town,
      code,
      street: `人民路${1 + chance.below(900)}号`,
      phone: number('cn', area, chance.digits(8)),
      vatId: `91${chance.digits(16)}`,
    };
  }
  const [town, code, area] = chance.of(land === 'de' ? towns : englishTowns);
  const isCraft = land === 'de' && chance.is(0.2);
  const family = chance.of(land === 'de' ? german.family : english.family);
  const name = isCraft
    ? `${chance.of(crafts)} ${family}`
    : `${family} ${chance.of(land === 'de' ? trades : englishTrades)}`;
  return {
    land,
    name,
    form: land === 'de' ? chance.of(['GmbH', 'GmbH', 'GmbH & Co. KG', 'AG', 'KG']) : chance.of(['Ltd', 'Ltd', 'plc']),
    domain: `${ascii(name.split(' ')[isCraft ? 1 : 0] ?? '')}${at % 3 === 0 ? `-${ascii(town)}` : at}.example`,
    town,
    code,
    street: `${chance.of(land === 'de' ? ['Hauptstr.', 'Bahnhofstraße', 'Industriestr.', 'Am Wehr'] : ['High Street', 'Mill Lane', 'Station Road'])} ${1 + chance.below(140)}`,
    phone: number(land, area, chance.digits(6)),
    vatId: `${land === 'de' ? 'DE' : 'GB'}${chance.digits(9)}`,
    ...(land === 'de' && { register: `HRB ${chance.digits(5)}`, court: `Amtsgericht ${town}` }),
  };
}

/** Another firm of the group: its site, its house and its number are those of the first. */
export const sisterOf = (chance: Chance, firm: TrueFirm): TrueFirm => ({
  ...firm,
  name: `${firm.name} ${firm.land === 'en' ? chance.of(['Services', 'Logistics', 'Properties']) : `${chance.of(sisters)}gesellschaft`.replace('Logistikgesellschaft', 'Logistik')}`,
  form: firm.land === 'en' ? 'Ltd' : 'GmbH',
  vatId: `${firm.vatId.slice(0, 2)}${chance.digits(9)}`,
  ...(firm.register && { register: `HRB ${chance.digits(5)}` }),
});

/** A firm of the same name in another town, which has nothing to do with it. */
export function namesakeOf(chance: Chance, firm: TrueFirm, at: number): TrueFirm {
  const [town, code, area] = chance.of(
    (firm.land === 'de' ? towns : firm.land === 'en' ? englishTowns : chineseTowns).filter(
      ([one]) => one !== firm.town,
    ),
  );
  return {
    ...firm,
    name: firm.name.replace(firm.town, town),
    ...(firm.latin && { latin: firm.latin.replace(townSounds[firm.town] ?? '', townSounds[town] ?? '') }),
    domain: `${firm.domain.split('.')[0]}-${at}.example`,
    town,
    code,
    street: `${chance.of(['Ringstr.', 'Gartenweg', 'Mühlenstr.'])} ${1 + chance.below(90)}`,
    phone: number(firm.land, area, chance.digits(6)),
    vatId: `${firm.vatId.slice(0, 2)}${chance.digits(9)}`,
    ...(firm.register && { register: `HRB ${chance.digits(5)}`, court: `Amtsgericht ${town}` }),
  };
}

function nameOf(chance: Chance, land: Land): Pick<TruePerson, 'given' | 'family' | 'scripts'> & { latin: string[] } {
  if (land === 'cn') {
    const family = chance.of(chinese.family);
    const split = /^(\p{Script=Han}+)(\w.*)$/u.exec(family);
    const marks = Array.from({ length: chance.is(0.7) ? 2 : 1 }, () => chance.of(chinese.given));
    const given = marks.map((one) => one[0] ?? '').join('');
    const sound = marks.map((one) => one.slice(1)).join('');
    const [own = '', spoken = ''] = [split?.[1], split?.[2]];
    const capital = sound.charAt(0).toUpperCase() + sound.slice(1);
    const plain = spoken.replace('ü', 'u');
    const old = [...(own + given)].map((one) => chinese.traditional[one] ?? one).join('');
    const scripts = [`${plain} ${capital}`, `${capital} ${plain}`, `${plain.toUpperCase()} ${capital}`];
    return {
      given,
      family: own,
      scripts: old === own + given ? scripts : [...scripts, old],
      latin: [sound, ascii(spoken)],
    };
  }
  if (land === 'de' && chance.is(0.04)) {
    const [given, family] = [chance.of(russian), chance.of(russianFamily)];
    const [first = '', second = '', third = ''] = given;
    return {
      given: second,
      family: family[1] ?? '',
      scripts: [`${first} ${family[0]}`, `${third} ${family[2]}`, `${family[0]} ${first}`],
      latin: [ascii(second), ascii(family[1] ?? '')],
    };
  }
  const names = land === 'de' ? german : english;
  const [given, family] = [chance.of(chance.is(0.6) ? names.men : names.women), chance.of(names.family)];
  const second = land === 'de' && chance.is(0.06) ? `-${chance.of(names.men)}` : '';
  return { given: given + second, family, scripts: [], latin: [ascii(given), ascii(family)] };
}

/** Somebody, at a firm or by themselves. In: a number that keeps their own addresses apart. */
export function makePerson(chance: Chance, firm: TrueFirm | undefined, at: number): TruePerson {
  const land = firm?.land ?? chance.weighted({ de: 60, en: 25, cn: 15 });
  const { latin, ...name } = nameOf(chance, land);
  const [first = '', last = ''] = latin;
  const area = firm ? '' : '0731';
  return {
    land,
    ...name,
    ...(firm && { firm }),
    title: chance.of(land === 'de' ? jobs : land === 'en' ? englishJobs : chineseJobs),
    local: firm && firm.domain.length % 2 === 0 ? `${first.charAt(0)}.${last}` : `${first}.${last}`,
    direct: firm ? `${firm.phone.slice(0, -2)}${chance.digits(2)}` : number(land, area, chance.digits(7)),
    mobile: number(
      land,
      land === 'cn' ? '138' : land === 'de' ? '0171' : '07700',
      chance.digits(land === 'cn' ? 8 : 7),
    ),
    profile: `https://www.linkedin.com/in/${first}-${last}-${at.toString(16)}`,
    wechat: `${first}_${at}`,
    own: `${first}${last}${at % 90}${chance.digits(2)}@${chance.of(['gmail.com', 'gmx.de', 'qq.com', 'outlook.com'])}`,
    town: firm?.town ?? chance.of(land === 'de' ? towns : englishTowns)[0],
  };
}
