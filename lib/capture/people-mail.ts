import { emailKind } from '../domain/normalize/email.ts';
import { romanized } from './mail/name-forms.ts';

const plain = (text: string): string =>
  romanized(text.toLowerCase())
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
const flat = (text: string): string => plain(text).replace(/(?<=[aou])e/g, '');

/** How well an address fits a name, 0 to 1: the family name in it, or given name, or initials. In: address and name. */
export function mailFits(address: string, name: string): number {
  const local = plain(address.split('@')[0] ?? '');
  const bare = local.replace(/[^a-z]/g, '');
  if (bare.length < 2 || emailKind(address) === 'role') return 0;
  const words = plain(name)
    .split(/[^a-z]+/)
    .filter((w) => w.length > 1 && !/^(?:dr|prof|med|dipl|ing|von|van|der|zu|de|mag|phd)$/.test(w));
  if (words.length === 0) return 0;
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  const whole = [first + last, last + first, first[0] + last, last + first[0], first + last[0]];
  if (words.length > 1 && whole.includes(bare)) return 1;
  const halves = (plain(name).trim().split(/\s+/).at(-1) ?? '').split(/[^a-z]+/).filter((w) => w.length > 1).length;
  let best = 0;
  words.forEach((word, i) => {
    // of a double name either half is the family's
    const ends = i >= words.length - Math.max(1, halves);
    const hit = bare.includes(word) || flat(bare).includes(flat(word));
    if (!hit) return;
    if (word.length >= 4) best = Math.max(best, ends ? 0.9 : bare.startsWith(word) || bare === word ? 0.75 : 0.5);
    else if (word.length === 3)
      best = Math.max(best, bare === word || /[._-]/.test(local) ? 0.8 : ends && bare.endsWith(word) ? 0.6 : 0.3);
    else if (bare === word) best = Math.max(best, 0.6);
  });
  const initials = words.map((w) => w[0]).join('');
  if (best === 0 && bare === initials) best = 0.7;
  const given = words[0] ?? '';
  const family = words.at(-1) ?? '';
  if (best === 0 && words.length > 1 && family.length > 4 && bare.startsWith((given[0] ?? '') + family.slice(0, 4)))
    best = 0.6;
  return best;
}
