import type { NameScore } from './detectors/person-name.ts';
import { nameScore, titleScore } from './lines-scores.ts';

/** A name with what was stuck to it: a trade, a rank, a department, the name in another script. */
export type ReadName = NameScore & {
  /** Words beside the name that say what they do. */
  title?: string;
};

const han = /\p{Script=Han}/u;
const degrees =
  /^(?:(?:PD|Priv\.-Doz\.|Univ\.-Prof\.|Ass\.|Mag\.?\s?a?|Mag\.\s?\(FH\)|jur\.|med\.|dent\.|habil\.|iur\.|Sr\.|Br\.|P\.|Ing\.|Dipl\.-[\p{L}]+\.?|Dipl\.|B\.?A\.?|M\.?A\.?|RA|RAin|StB|WP|Lic\.|Avv\.|Arch\.|Me\.?|Ir\.|Drs\.)\s+)+/u;
const hanHonorific =
  /^(?:先生|女士|小姐|经理|經理|老师|師傅|师傅|主任|律师|律師|总|總|教授|工|部长|部長|老闆|老板|书记)$/;

/** 王 先生 → 王先生; 孙 磊 → 孙磊: spaces set for looks between the characters of one name. */
function closed(text: string): string {
  return text
    .replace(/^(\p{Script=Han})\s+(\p{Script=Han})\s+(\p{Script=Han})$/u, '$1$2$3')
    .replace(/^(\p{Script=Han}{1,2})\s+(\p{Script=Han}{1,2})$/u, '$1$2');
}

/** Towns of the Americas are written like names: by their first word or the state after them. */
const place =
  /^(?:San|Santa|Fort|Los|Las|Port|Lake|Mount|New|North|South|East|West|Saint|U\.? ?S\.?)\s\p{Lu}|\s(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[EINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/u;
const unitEnd = /[部組组处處科室办区區系院廠厂]$/;

function readHan(text: string): ReadName {
  const tight = closed(text.replace(/(^|\s)(\p{Script=Han})\s(\p{Script=Han})(?=\s)/gu, '$1$2$3'));
  const whole = nameScore(tight);
  if (unitEnd.test(tight) && !whole.partial) return { ...whole, score: whole.score * 0.4 };
  if (whole.score >= 0.5) return { ...whole, name: han.test(whole.name) ? closed(whole.name) : whole.name };
  if (/[A-Za-z]/.test(text)) {
    const mixed = /^((?:[A-Z][\p{Script=Latin}.'’-]*\s?){1,4})[\s(（/]*([\p{Script=Han}·]{2,5})[)）]?$/u.exec(text);
    if (mixed?.[2]) {
      const name = nameScore(mixed[2]);
      if (name.score >= 0.45) return { ...name, score: Math.min(0.95, name.score + 0.1) };
    }
  }
  const latin = /^(\p{Script=Han}{2,20})\s*((?:[A-Z][\p{Script=Latin}.'’-]+\s?){2,4})$/u.exec(text);
  if (latin?.[1] && latin[2]) {
    const name = nameScore(latin[2].trim());
    if (name.score >= 0.4 && titleScore(latin[1]) >= 0.5) return { ...name, title: latin[1] };
  }
  const tokens = tight.split(/[\s\u3000]+/).filter((t) => t !== '' && !/\d{3}|@/.test(t));
  if (tokens.length < 2 || tokens.length > 6) return whole;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    if (!han.test(token)) continue;
    const next = tokens[i + 1] ?? '';
    // 代表取締役社長 高橋 健一: a Japanese name is written in two
    const pair = next === '' ? undefined : nameScore(`${token} ${next}`);
    if (pair && pair.score >= 0.85 && !hanHonorific.test(next)) {
      const rank = tokens.filter((_, k) => k !== i && k !== i + 1).find((t) => titleScore(t) >= 0.5);
      return { ...pair, ...(rank && { title: rank }) };
    }
    const joined = hanHonorific.test(next) ? nameScore(token + next) : undefined;
    const named = joined && joined.score >= 0.5 ? joined : nameScore(token);
    if (named.score < 0.6 || unitEnd.test(token) || (titleScore(token) >= named.score && !named.partial)) continue;
    const others = tokens.filter((_, k) => k !== i && !(joined === named && k === i + 1));
    const title = others.map((t) => ({ t, s: titleScore(t) })).sort((a, b) => b.s - a.s)[0];
    const unit = others.find((t) => /[部组組处處科室办]$/.test(t));
    // 纪委办公室 王书记: how somebody is called says more than where they sit
    const called = named.honorific && titleScore(named.honorific) >= 0.5;
    return { ...named, ...(title && title.s >= 0.5 ? { title: title.t } : unit && !called ? { title: unit } : {}) };
  }
  return whole;
}

/**
 * Reads a name that may come with a degree, a trade, a rank or another script around it.
 * In: a short text. Out: as `nameScore`, and the words beside the name that are a title.
 */
export function readName(text: string): ReadName {
  if (han.test(text)) return readHan(text.trim());
  if (place.test(text)) return { score: 0, name: text };
  const direct = nameScore(text);
  if (direct.score >= 0.4) return direct;
  const degree = degrees.exec(text)?.[0];
  if (degree) {
    const rest = readName(text.slice(degree.length));
    if (rest.score >= 0.4)
      return {
        ...rest,
        score: Math.max(rest.score, 0.8),
        honorific: `${degree.trim()}${rest.honorific ? ` ${rest.honorific}` : ''}`,
      };
  }
  const words = text.trim().split(/\s+/);
  // "Jane Roe Office Manager": nothing stands between name and title
  if (words.length >= 3 && words.length <= 8)
    for (const n of [3, 2]) {
      const title = words.slice(n).join(' ');
      if (words.length <= n || titleScore(title) < 0.7 || !/^\p{Lu}/u.test(title)) continue;
      const name = nameScore(words.slice(0, n).join(' '));
      if (name.score >= 0.6 && titleScore(words.slice(0, n).join(' ')) < 0.4) return { ...name, title };
    }
  if (words.length >= 3 && words.length <= 7)
    for (let n = 1; n <= words.length - 2 && n <= 4; n++) {
      const title = words.slice(0, n).join(' ');
      if (titleScore(title) < 0.7) continue;
      const rest = nameScore(words.slice(n).join(' '));
      if (rest.score >= 0.6) return { ...rest, title };
    }
  return direct;
}
