import {
  type CountryCode,
  isSupportedCountry,
  Metadata,
  PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { Phone } from '../schema/value.ts';

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
  // Parsing finds out the country too and takes four times as long as taking the number for what it is: a file has 100,000 of them.
  const plain = /^\+\d{5,15}$/.test(e164) ? plainNumber(e164) : undefined;
  return (plain ?? parsePhoneNumberFromString(e164))?.formatInternational() ?? e164;
}

/** A phone as lists and files show it; sheets leave the spaced form alone. In: a phone. Out: `+46 31 555 01 20 ext. 7`, or as written. */
export function phoneCell(phone: Phone): string {
  const number = phone.e164 ? formatPhone(phone.e164) : phone.text;
  return phone.ext ? `${number} ext. ${phone.ext}` : number;
}

/** A number whose national part begins with nothing that parsing would take off. */
function plainNumber(e164: string): PhoneNumber | undefined {
  try {
    const number = new PhoneNumber(e164);
    return trunkPrefixOf(number.countryCallingCode)?.test(number.nationalNumber) ? undefined : number;
  } catch {
    // No such country code: parsing says what becomes of it.
    return undefined;
  }
}

const trunkPrefixes = new Map<string, RegExp | undefined>();
/** What is dialled before national numbers of a calling code, within the country. */
function trunkPrefixOf(callingCode: string): RegExp | undefined {
  if (!trunkPrefixes.has(callingCode)) {
    const metadata: unknown = new Metadata();
    const plan = metadata as {
      selectNumberingPlan(code: string): void;
      numberingPlan?: { nationalPrefixForParsing(): string | undefined };
    };
    plan.selectNumberingPlan(callingCode);
    const prefix = plan.numberingPlan?.nationalPrefixForParsing();
    trunkPrefixes.set(callingCode, prefix ? new RegExp(`^(?:${prefix})`) : undefined);
  }
  return trunkPrefixes.get(callingCode);
}

/** The country that a number belongs to. In: E.164. Out: ISO code, undefined where the number does not tell. */
export function countryOfPhone(e164: string): string | undefined {
  return parsePhoneNumberFromString(e164)?.country;
}
