import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import type { Phone } from '../../domain/schema/value.ts';
import type { Found } from '../found.ts';

export type PhoneOptions = {
  /** ISO country for numbers written without a country code. */
  country?: string | undefined;
  /** Words that stand before the text and say what it is: "Fax", "Mobil", an icon's class. */
  labelBefore?: string | undefined;
};

/** Phone numbers in a line of text. In: the line, and what is known around it. Out: numbers in order, never dates, prices, ids. */
export function findPhones(text: string, options: PhoneOptions = {}): Found<Phone>[] {
  if (!/\d{2}/.test(text)) return [];
  const country: CountryCode | undefined =
    options.country && isSupportedCountry(options.country) ? options.country : undefined;
  return findPhoneNumbersInText(text, country).map(({ number, startsAt, endsAt }) => ({
    value: {
      e164: number.number,
      text: text.slice(startsAt, endsAt),
      kind: number.getType() === 'MOBILE' ? 'mobile' : 'work',
      ...(number.ext ? { ext: number.ext } : {}),
    },
    start: startsAt,
    end: endsAt,
    confidence: 0.9,
  }));
}
