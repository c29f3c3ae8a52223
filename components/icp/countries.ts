import { i18n } from '#i18n';
import { countryToIso } from '../../lib/domain/normalize/country.ts';
import type { Suggestion } from './token-input.tsx';

let known: Suggestion[] | undefined;

/** Every country by its name in the user's language, in that order; worked out once. */
export function countries(): readonly Suggestion[] {
  if (known) return known;
  const names = new Intl.DisplayNames([i18n.t('panel.locale')], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  known = codes
    .flatMap((value) => {
      const text = countryToIso(value) === value ? names.of(value) : undefined;
      return text === undefined ? [] : [{ value, text }];
    })
    .toSorted((a, b) => a.text.localeCompare(b.text, i18n.t('panel.locale')));
  return known;
}
