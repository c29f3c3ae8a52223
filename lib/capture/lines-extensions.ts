import { findExtensions, withExtension } from './detectors/phone-extension.ts';
import type { Page } from './lines.ts';
import type { Contact } from './lines-contacts.ts';
import type { Labels } from './lines-tables.ts';

/** The number that the page's extensions hang on, as written: "069 / 90009 - 0", "030 / 23 125-300" or "040 555 01" of a page that says so. */
function stemOf(contacts: Contact[], page: Page): string | undefined {
  const written = contacts.flatMap((c) => (c.kind === 'phone' && c.value.kind !== 'mobile' && !c.value.ext ? [c] : []));
  const zero = written.find((c) => /[-–]\s?0{1,2}$/.test(c.value.text));
  if (zero) return zero.value.text.replace(/\s?[-–]\s?0{1,2}$/, '');
  const central = written.find(
    (c) =>
      /zentrale|einwahl|switchboard|durchwahl|总机|總機|sammel/i.test(page.lines[c.line]?.s ?? '') &&
      /\d\s?[-–]\s?\d{1,4}$/.test(c.value.text),
  );
  if (central) return central.value.text.replace(/\s?[-–]\s?\d{1,4}$/, '');
  // "you reach us under +43 1 555 04 70 and the extension": there the number itself is the stem
  const said = written.find(
    (c) =>
      /durchwahl|\bDW\b|nebenstelle|klappe/i.test(page.lines[c.line]?.s ?? '') && /^(?:\+4[39]|0)/.test(c.value.text),
  );
  if (said) return said.value.text.replace(/\s?[-–]\s?\d{1,4}$/, '');
  return written
    .find((c) => /\d\s?[-–]\s?\d{2,4}$/.test(c.value.text) && c.value.e164?.startsWith('+4'))
    ?.value.text.replace(/\s?[-–]\s?\d{2,4}$/, '');
}

/**
 * Extensions told alone, in a column or after "DW", joined to the page's switchboard.
 * In: the page, its labels, the contacts found so far. Out: further phone contacts; none where the page has no number to hang them on.
 */
export function extensionContacts(
  page: Page,
  labels: Labels,
  contacts: Contact[],
  country: string | undefined,
): Contact[] {
  let stem: string | undefined | null = null;
  const withPhone = new Set(contacts.filter((c) => c.kind === 'phone').map((c) => c.line));
  const out: Contact[] = [];
  for (const line of page.lines) {
    if (line.s.length > 120 || withPhone.has(line.i) || !/\d/.test(line.s)) continue;
    const column = labels.meaning[line.i] === 'extension' ? /^[-–]?\s?(\d{1,5})$/.exec(line.s) : null;
    const found = column
      ? [{ value: column[1] ?? '', start: 0, end: line.s.length, confidence: 0.8 }]
      : findExtensions(line.s);
    for (const f of found) {
      stem = stem === null ? stemOf(contacts, page) : stem;
      const phone = stem && withExtension(stem, f.value, country);
      const fax =
        labels.meaning[line.i] === 'fax' || /\b(?:tele)?fax\b[\s:.]*(?:\S+\s)?$/i.test(line.s.slice(0, f.start));
      if (phone)
        out.push({
          kind: 'phone',
          value: fax ? { ...phone, kind: 'fax' } : phone,
          line: line.i,
          start: f.start,
          end: f.end,
          confidence: f.confidence * 0.95,
          detector: 'text-extension',
        });
    }
  }
  return out;
}
