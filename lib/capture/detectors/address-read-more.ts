import type { AddressPart } from './address-us.ts';

const states = 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO';
const brazil = new RegExp(
  String.raw`^(?:.*?(?:endereço|matriz|filial|sede)\s*[:–-]\s*)?(.{6,90}?)\s*[,–-]\s*(\p{Lu}[\p{L}' ]{2,30}?)\s*[-–/,]\s*(${states})\b(?:\s*[,–-]?\s*(?:CEP\s*[:.]?\s*)?(\d{5}-\d{3}))?`,
  'iu',
);
const russia =
  /(?:(\d{6}),?\s*)?(?:(?:Россия|РФ|Российская Федерация|Украина|Україна),?\s*)?(?:([^,;:]{3,40}?\s(?:обл(?:асть|\.)?|край|респ[^,]*|область)|респ[^,]{3,30}),?\s*)?(?:г\.|город|м\.|місто)\s?([\p{Lu}][\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?),\s*((?:ул|пр|просп|пр-т|пр-кт|пер|ш|наб|пл|б-р|бул|проезд|проспект|улица|шоссе|вул|бульвар|переулок)\.?\s?[^;|]{3,80}?)\s*(?:$|[;|]|тел|Тел|Т\.)/u;
const turkey = /^(.{6,120}?)[,\s]+(\d{5})\s+(\p{Lu}[\p{L} ]{1,30}?)\s*\/\s*(\p{Lu}[\p{L}]{2,20})\b/u;

/** Addresses of Brazil, Russia, Ukraine and Turkey, which stand in one line. In: the line and the page's country. Out: the address, or undefined. */
export function nationalAddress(line: string, country: string | undefined): AddressPart | undefined {
  if (country === 'BR' && (/\d{5}-\d{3}/.test(line) || /\b(?:Av|Rua|R|Rod|Al|Estrada|Praça)\b/i.test(line))) {
    const m = brazil.exec(line);
    if (m && (m[4] || /\d/.test(m[1] ?? '')))
      return {
        street: m[1] ?? '',
        city: m[2] ?? '',
        region: (m[3] ?? '').toUpperCase(),
        ...(m[4] && { postalCode: m[4] }),
        country: 'BR',
        start: m.index,
        end: m.index + m[0].length,
      };
  }
  if (/(?:г\.|город|м\.|місто)\s?\p{Lu}/u.test(line)) {
    const m = russia.exec(line);
    if (m)
      return {
        street: (m[4] ?? '').replace(/[,\s]+$/, ''),
        city: m[3] ?? '',
        ...(m[2] && { region: m[2] }),
        ...(m[1] && { postalCode: m[1] }),
        country: country === 'UA' || /вул|місто/.test(line) ? 'UA' : (country ?? 'RU'),
        start: m.index,
        end: m.index + m[0].length,
      };
  }
  if (country === 'TR') {
    const m = turkey.exec(line);
    if (m && /(?:Mah|Cad|Sok|Sk|Bulv|Blv|OSB|Bölgesi|No)\b/.test(m[1] ?? ''))
      return {
        street: (m[1] ?? '').replace(/^.*?(?:adres)\s*[:：]\s*/i, ''),
        city: m[4] ?? '',
        region: m[3] ?? '',
        postalCode: m[2] ?? '',
        country: 'TR',
        start: m.index,
        end: m.index + m[0].length,
      };
  }
  return undefined;
}
