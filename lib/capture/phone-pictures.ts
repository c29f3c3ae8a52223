import type { CompanyDraft, PersonDraft } from '../domain/schema/draft.ts';
import type { OutlineMark } from '../domain/schema/snapshot.ts';
import type { View } from './lines-view.ts';

/** Words under which a number stands, and nothing else. */
const numberLabel =
  /^[^\p{L}]*(?:tel|t[ée]l|phone|fon\b|mobile?\b|mobiltelefon|handy|cell|rufnummer|durchwahl|direct (?:line|dial)|(?:联系|聯絡|联络|公司|咨询)?(?:电\s?话|電\s?話|手\s?机|手\s?機)|座机|热线|熱線)/iu;
/** What a picture of a number calls itself, in its address, class or alternative text. */
const numberHint =
  /phone|tele?f|\btel|mobil|handy|\bnumm?er|number|contact|kontakt|\bfax|电话|電話|手机|手機|号码|號碼/i;
/** Signs that only stand before a number, or are a button to call. */
const iconHint = /icon|ico\b|glyph|sprite|symbol|arrow|logo/i;
/** How far below somebody's name a picture may be theirs. */
const reach = 14;

const hintOf = ({ u, l, h }: OutlineMark) => `${u?.replace(/^https?:\/\/[^/]*/i, '') ?? ''} ${l ?? ''} ${h ?? ''}`;

/** Lines where a label says "phone" and a picture stands in the number's place. */
function pictureLines({ page, labels, contacts }: View): number[] {
  const withNumber = new Set(contacts.flatMap((contact) => (contact.kind === 'phone' ? [contact.line] : [])));
  return page.lines.flatMap(({ i, s, m }) => {
    const picture = m.findLast(({ t }) => t === 'img');
    if (!picture || s.length > 60 || withNumber.has(i) || s.slice(picture.z).trim() !== '') return [];
    const own = s.slice(0, picture.a).trim();
    const before = page.lines[i - 1];
    const above = before && before.s.length <= 24 && before.m.length === 0 ? before.s : '';
    const label = own || labels.label[i] || above;
    if (/\d{4}/.test(own) || label.length > 30 || !numberLabel.test(label)) return [];
    const said = hintOf(picture);
    // An icon before a number that is written out in the next line is no number.
    if (!numberHint.test(said) || iconHint.test(said) || withNumber.has(i + 1)) return [];
    return [i];
  });
}

/**
 * Marks the drafts whose phone the page shows only as a picture: whoever is named last above it and has no number of their
 * own, else the page's own company. In: the page's view, and the drafts of the reading, which are changed.
 */
export function markPhonePictures(view: View, people: PersonDraft[], companies: CompanyDraft[]): void {
  const lines = pictureLines(view);
  if (lines.length === 0) return;
  const named = [...people, ...companies].flatMap((draft) => {
    const at = draft.fields.name[0]?.provenance.find(({ frameId }) => frameId === view.page.frameId)?.line;
    return at === undefined ? [] : [{ draft, at }];
  });
  for (const line of lines) {
    const above = named.filter(({ at }) => at <= line && line - at <= reach);
    const nearest = above.reduce<(typeof named)[number] | undefined>(
      (best, each) => (best === undefined || each.at > best.at ? each : best),
      undefined,
    );
    const whose = nearest?.draft ?? companies.find(({ role }) => role === 'own');
    if (whose && whose.fields.phones.length === 0) whose.phoneIsPicture = true;
  }
}
