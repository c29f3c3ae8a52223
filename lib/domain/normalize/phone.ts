import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** E.164 of one number as written. In: text and the country it stands in. Out: `+…`, or undefined when it is no possible number. */
export function toE164(text: string, country?: string): string | undefined {
  const region: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(
    text,
    region ? { defaultCountry: region, extract: false } : { extract: false },
  );
  return parsed?.isPossible() ? parsed.number : undefined;
}

/** A number as people write it for other countries, spaced. In: E.164. Out: `+49 6221 4512 0`; what is no number comes back as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** The country that a number belongs to. In: E.164. Out: ISO code, undefined where the number does not tell. */
export function countryOfPhone(e164: string): string | undefined {
  return parsePhoneNumberFromString(e164)?.country;
}
