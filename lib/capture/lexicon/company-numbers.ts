/** A number that a register or tax office gives, told by the label before it and by its form. */
export type NumberForm = { field: 'registerNumber' | 'vatId'; pattern: RegExp; shape?: (value: string) => string };

const after = String.raw`[\s-]*(?:(?:no|nr|nro|num|number|č)\b\.?)?\s*[.:：#°º]*\s*`;
const form = (
  field: NumberForm['field'],
  label: string,
  number: string,
  shape?: (value: string) => string,
): NumberForm => ({
  field,
  pattern: new RegExp(String.raw`(?<![\p{L}\d])(?:${label})${after}(${number})(?![\p{L}\d])`, 'giu'),
  ...(shape && { shape }),
});
const bare = (value: string): string => value.replace(/[\s.-]+/g, '');

/** By country, the more special form first: of a kind the first one found in a line counts. */
export const numberForms: readonly NumberForm[] = [
  // Italy: one number for taxes and for the register; the REA with its chamber of commerce
  form(
    'vatId',
    String.raw`p(?:artita|\.)?\s?iva(?:\s(?:e|\/|-)\s?c(?:od(?:ice)?)?\.?\s?f(?:isc(?:ale)?)?\.?)?`,
    String.raw`(?:IT\s?)?\d{11}`,
    bare,
  ),
  form(
    'registerNumber',
    String.raw`(?:n(?:umero)?\.?\s)?r\.?e\.?a\.?`,
    String.raw`[A-Z]{2}\s?[-–]?\s?\d{5,7}`,
    (v) => `REA ${v.replace(/\s?[-–]\s?|\s/, '-')}`,
  ),
  // Spain and Portugal
  form(
    'vatId',
    String.raw`[cn]\.?i\.?f\.?|nipc`,
    String.raw`(?:(?:ES|PT)\s?)?(?:[A-Z]\s?-?\s?\d{7,8}|\d{8}\s?-?\s?[A-Z]|\d{9}|\d{3}\s\d{3}\s\d{3})`,
    bare,
  ),
  // Poland, Czechia, Slovakia, Hungary, Romania
  form('vatId', 'nip', String.raw`(?:PL\s?)?\d{3}-?\d{2,3}-?\d{2}-?\d{2,3}`, bare),
  form('registerNumber', 'krs', String.raw`\d{10}`, (v) => `KRS ${v}`),
  form('vatId', 'dič|dic|ič\\s?dph', String.raw`(?:CZ|SK)?\s?\d{8,10}`, bare),
  form('registerNumber', 'ičo?|ico', String.raw`\d{2,3}\s?\d{2,3}\s?\d{3}`, bare),
  form('vatId', 'adószám', String.raw`\d{8}-\d-\d{2}`),
  form('registerNumber', 'cégjegyzékszám', String.raw`\d{2}[-\s]\d{2}[-\s]\d{6}`),
  form('vatId', 'cui|cif', String.raw`RO\s?\d{6,10}`, bare),
  // the North
  form(
    'registerNumber',
    String.raw`org(?:anisations?)?\.?\s?-?(?:nummer|nr|no)?`,
    String.raw`(?:\d{6}-\d{4}|\d{3}\s\d{3}\s\d{3})`,
  ),
  form('registerNumber', 'cvr', String.raw`\d{2}\s?\d{2}\s?\d{2}\s?\d{2}`, bare),
  form('registerNumber', 'y-?tunnus|business id', String.raw`\d{7}-\d`),
  // Russia, Ukraine, Bulgaria
  form('vatId', 'ИНН', String.raw`\d{10}(?:\d{2})?`),
  form('registerNumber', 'ОГРН(?:ИП)?', String.raw`\d{13}(?:\d{2})?`),
  form('registerNumber', 'ЄДРПОУ|ЕГРПОУ', String.raw`\d{8}`),
  form('registerNumber', 'ЕИК|БУЛСТАТ', String.raw`\d{9}`),
  // India, Brazil, Korea, Japan
  form('vatId', 'gstin?', String.raw`\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]`),
  form('registerNumber', 'cin', String.raw`[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}`),
  form('registerNumber', 'cnpj', String.raw`\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}`),
  form('registerNumber', '사업자\\s?(?:등록)?\\s?번호', String.raw`\d{3}-\d{2}-\d{5}`),
  form('registerNumber', '(?:会社)?法人(?:等)?番号', String.raw`\d{12,13}|\d{4}-\d{2}-\d{6}`),
  // Britain, Ireland, Belgium, and whoever says VAT, BTW or TVA
  form(
    'vatId',
    String.raw`VAT(?:\s?(?:reg(?:istration)?|id|no|number|nr)\.?)*|BTW(?:[-\s]?(?:nr|nummer|id))?\.?|TVA(?:\s?intra\p{L}*)?|(?:N°\s?)?(?:de\s)?TVA|MVA|MOMS(?:nr|nummer)?|USt-?Id[\p{L}.-]*|UID`,
    String.raw`(?:[A-Z]{2}\s?)?[A-Z0-9]?\d(?:[\d .]{5,14})\d[A-Z]?\d{0,2}`,
    bare,
  ),
  form(
    'registerNumber',
    String.raw`(?:company|registration|registered|reg(?:istered)?\sin\s[A-Z][a-z]+(?:\s(?:and|&)\s[A-Z][a-z]+)?)\s*(?:company\s)?(?:registration\s)?(?:no|number|nr)\b\.?|KvK(?:[-\s]?(?:nr|nummer))?\.?|RCS\s[A-ZÀ-Ü][\p{L}-]+(?:\s[AB])?|SIREN`,
    String.raw`[A-Z]{0,2}\d[\d ]{4,16}\d`,
    (v) => v.replace(/\s+/g, ' '),
  ),
  form('registerNumber', 'SIRET', String.raw`\d{3}\s?\d{3}\s?\d{3}\s?\d{5}`, (v) => v.replace(/\s+/g, ' ')),
];

/** Whether one of the labels could stand in a line: a cheap test before the forms. */
export const numberHint =
  /VAT|BTW|TVA|IVA|[CN]\.?I\.?F|MVA|M[Oo][Mm][Ss]|USt|UID|[Cc]ompany|[Rr]egist|REGIST|COMPANY|K[Vv][Kk]|RCS|SIRE|R\.?E\.?A|N\.?I\.?P|KRS|I[ČC]|DI[ČC]|adószám|cégjegyz|CUI|[Oo]rg|CVR|[Yy]-?tunnus|Y-TUNNUS|ИНН|ОГРН|ДРПОУ|ГРПОУ|ЕИК|БУЛСТАТ|GST|CIN|CNPJ|번호|番号|[Bb]usiness ID|[Pp]\. ?[Ii][Vv][Aa]|iva/;
