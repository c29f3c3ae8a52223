/** What each short name of a MeCard (NTT DoCoMo) and a BizCard is in a vCard. */
const meNames: Record<string, string> = {
  N: 'N',
  TEL: 'TEL',
  'TEL-AV': 'TEL',
  EMAIL: 'EMAIL',
  ORG: 'ORG',
  TITLE: 'TITLE',
  URL: 'URL',
  ADR: 'ADR',
};
const bizNames: Record<string, string> = { C: 'ORG', T: 'TITLE', A: 'ADR', B: 'TEL;CELL', F: 'TEL;FAX', E: 'EMAIL' };

const plain = (value: string) => value.replace(/\\(.)/g, '$1').trim();
const escaped = (value: string) => plain(value).replace(/[\\;,]/g, '\\$&');

/**
 * A MeCard or BizCard as a vCard, so that one reader reads them all. In: what the code says.
 * Out: a vCard, or undefined where it is neither. Names of a MeCard are "family,given", or the name as it is spoken.
 */
export function vcardOfMecard(text: string): string | undefined {
  const kind = /^\s*(MECARD|BIZCARD):/i.exec(text);
  if (!kind) return undefined;
  const biz = kind[1]?.toUpperCase() === 'BIZCARD';
  const known = biz ? bizNames : meNames;
  const lines: string[] = [];
  const names: { given?: string; family?: string } = {};
  for (const part of text.slice(kind[0].length).split(/(?<!\\);/)) {
    const m = /^\s*([A-Z-]+):([\s\S]*)$/i.exec(part);
    const value = m?.[2] ?? '';
    if (!m || value.trim() === '') continue;
    const name = (m[1] ?? '').toUpperCase();
    if (biz && name === 'N') names.given = value;
    else if (biz && name === 'X') names.family = value;
    else if (name === 'N') {
      const [family = '', given] = value.split(/(?<!\\),/);
      if (given === undefined) lines.push(`FN:${escaped(family)}`);
      else Object.assign(names, { family, given });
    } else if (known[name] === 'ADR')
      lines.push(
        `ADR:;;${escaped(
          value
            .split(/(?<!\\),/)
            .map(plain)
            .filter(Boolean)
            .join(', '),
        )};;;;`,
      );
    else if (known[name]) lines.push(`${known[name]}:${escaped(value)}`);
  }
  if (names.given || names.family) lines.push(`N:${escaped(names.family ?? '')};${escaped(names.given ?? '')};;;`);
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
}
