import { countryToIso } from '../../domain/normalize/country.ts';
import type { Address } from '../../domain/schema/value.ts';

const atFirm =
  /^(.+?)\s+(?:at|@|bei(?: der| dem)?|chez|en|presso|bij|w|hos|na)\s+(\p{Lu}[^|•·]*?|\p{Script=Han}[^|•·]*?)(?:\s*[|•·].*)?$/u;
const hanAt = /^(?:就职于|任职于|在)?\s*(\p{Script=Han}[^\s|，,]*(?:公司|集团|厂|中心|事务所))\s*[-–—|·,，\s]\s*(.+)$/u;

/** "Head of Procurement at Birkwerk GmbH | Speaker" taken apart. In: a headline. Out: what of it is there. */
export function splitHeadline(text: string): { title?: string; company?: string } {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length < 2 || plain.length > 220) return {};
  const han = hanAt.exec(plain);
  if (han?.[1] && han[2]) return { company: han[1], title: han[2].trim() };
  const at = atFirm.exec(plain);
  if (at?.[1] && at[2]) return { title: at[1].trim(), company: at[2].trim() };
  const [first, second] = plain.split(/\s*[|•·]\s*|\s+[-–—]\s+/);
  return {
    ...(first && { title: first }),
    ...(second && /\b(?:GmbH|AG|KG|SE|Ltd|LLC|Inc|S\.?A\.?|B\.?V\.?)\b/.test(second) && { company: second }),
  };
}

const placeShape = /^\p{Lu}[\p{L}\p{M} .'’()/-]*(?:,\s*\p{Lu}[\p{L}\p{M} .'’()/-]*){1,3}$/u;
const hanPlace = /^(?:中国|中國|台湾|香港|澳门)?\s*\p{Script=Han}{2,10}(?:[\s,，·-]+\p{Script=Han}{2,10}){0,3}$/u;

/**
 * A place as networks write it: "Munich, Bavaria, Germany", "中国 浙江省 宁波". In: the words; whether the page says that they
 * are a place. Out: city, region and country as far as they are said, or undefined.
 */
export function placeOf(text: string, told = false): Address | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length < 3 || plain.length > 90 || /[<>{}@]|\d{4,}/.test(plain)) return undefined;
  const han = /\p{Script=Han}/u.test(plain);
  const parts = plain.split(han ? /[\s,，·-]+/ : /,\s*/).filter((p) => p !== '');
  const iso = parts.map((p) => (han && /^中[国國]$/.test(p) ? 'CN' : countryToIso(p)));
  const country = iso.find((code) => code !== undefined);
  if (!told && (!(han ? hanPlace : placeShape).test(plain) || !country)) return undefined;
  const names = parts
    .filter((_, i) => iso[i] === undefined)
    .map((p) => p.replace(/^(?:greater|großraum)\s+|\s+(?:area|metropolitan region|und umgebung)$/gi, ''));
  const [city, region] = han ? [names.at(-1), names.length > 1 ? names[0] : undefined] : [names[0], names[1]];
  if (!city && !country) return undefined;
  return { ...(city && { city }), ...(region && { region }), ...(country && { country }), text: plain };
}
