import type { ContentProfile } from '../../domain/schema/recipe.ts';
import { companyScore, nameScore, titleScore } from '../lines-scores.ts';

const share = (count: number, of: number): number => (of === 0 ? 0 : Math.min(1, count / of));

/** What kind of text this is, without keeping any of it. */
export function profileOf(text: string): ContentProfile {
  const digits = text.replace(/\D/g, '').length;
  const short = text.length <= 90;
  return {
    mail: /[^\s@]@[^\s@]+\.\w|\(at\)|\[at\]/i.test(text) ? 1 : 0,
    digits: share(digits, text.length),
    phone: digits >= 6 && digits / text.length > 0.45 ? 1 : 0,
    web: /^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+\/?$/i.test(text) ? 1 : 0,
    length: Math.min(1, Math.log2(text.length + 1) / 8),
    capital: /^\p{Lu}/u.test(text) ? 1 : 0,
    han: share(text.match(/\p{Script=Han}/gu)?.length ?? 0, text.length),
    person: short ? Math.min(1, nameScore(text).score) : 0,
    firm: short ? Math.min(1, companyScore(text).score) : 0,
    title: short ? Math.min(1, titleScore(text)) : 0,
  };
}

const weights: ContentProfile = {
  mail: 3,
  digits: 2,
  phone: 3,
  web: 3,
  length: 2,
  capital: 0.5,
  han: 1,
  person: 1.5,
  firm: 1.5,
  title: 1.5,
};
const keys = Object.keys(weights) as (keyof ContentProfile)[];

/** The middle of several. */
export function meanProfile(profiles: readonly ContentProfile[]): ContentProfile {
  const mean = { ...weights };
  for (const key of keys)
    mean[key] = profiles.length === 0 ? 0 : profiles.reduce((sum, p) => sum + p[key], 0) / profiles.length;
  return mean;
}

/** How alike two kinds of text are, 0 to 1: what one of them clearly is and the other clearly is not weighs most. */
export function alikeProfiles(a: ContentProfile, b: ContentProfile): number {
  let differs = 0;
  for (const key of keys) differs += weights[key] * Math.abs(a[key] - b[key]);
  return Math.max(0, 1 - differs / 6);
}
