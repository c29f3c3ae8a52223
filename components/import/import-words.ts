import { i18n } from '#i18n';
import { ownKeyOf } from '../../lib/domain/flat-lead.ts';
import { companyFields, personFields } from '../../lib/domain/schema/field.ts';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import type { TargetChoice } from '../../lib/exchange/import/targets.ts';
import type { ResultPage } from '../hooks/use-import.ts';
import { fieldWord, valueText } from '../leads/words.ts';

type Row = ResultPage['rows'][number];
type Own = readonly Pick<OwnFieldDefinition, 'key' | 'name'>[];

/** What a target is called: "E-mail", "Phone: Mobile", "Address: City". */
export function targetWord({ word, part, phoneKind }: TargetChoice): string {
  const of = phoneKind ? i18n.t(`exchange.phoneKind.${phoneKind}`) : part && fieldWord(part);
  return of ? i18n.t('import.personPart', [fieldWord(word), of]) : fieldWord(word);
}

const kept: Record<string, () => string> = {
  leadSource: () => fieldWord('howWeMet'),
  list: () => fieldWord('list'),
  tags: () => fieldWord('tags'),
  owner: () => fieldWord('owner'),
  nextStep: () => fieldWord('nextStep'),
  note: () => fieldWord('note'),
  outcome: () => fieldWord('outcome'),
  wallet: () => fieldWord('wholeNeed'),
  companyId: () => fieldWord('companyName'),
  doNotContact: () => fieldWord('doNotContact'),
  consent: () => i18n.t('privacy.consent'),
  lawfulBasis: () => fieldWord('lawfulBasis'),
};

/** What a changed field is called; undefined for what is not told. */
function changedWord(field: string, own: Own): string | undefined {
  const key = ownKeyOf(field);
  if (key !== undefined) return own.find((one) => one.key === key)?.name ?? key;
  if (Object.hasOwn(personFields, field)) return fieldWord(field as keyof typeof personFields);
  if (Object.hasOwn(companyFields, field)) return fieldWord(field as keyof typeof companyFields);
  return kept[field]?.();
}

/** What becomes of a row and why, each in a sentence. In: the row, own fields, headings of the file's columns. */
export function notesOf(row: Row, own: Own, headings: readonly string[]): string[] {
  const changes = (row.changes ?? []).flatMap(({ field, before, after }) => {
    const word = changedWord(field, own);
    if (word === undefined || field === 'companyId') return [];
    if (Array.isArray(after)) {
      const known = new Set((Array.isArray(before) ? before : []).map((value) => valueText(field, value)));
      const fresh = after.map((value) => valueText(field, value)).filter((text) => !known.has(text));
      return fresh.length > 0 ? [i18n.t('import.note.adds', [word, fresh.join(', ')])] : [];
    }
    const now = valueText(field, after);
    return [
      before === undefined
        ? i18n.t('import.note.adds', [word, now])
        : i18n.t('import.note.changes', [word, valueText(field, before), now]),
    ];
  });
  const conflicts = (row.conflicts ?? []).map(({ field, ours, theirs }) =>
    i18n.t('import.note.differs', [changedWord(field, own) ?? field, valueText(field, ours), valueText(field, theirs)]),
  );
  const unread = (row.unread ?? []).map(({ column, text, isCut }) =>
    i18n.t(isCut ? 'import.note.cut' : 'import.note.unread', [
      headings[column] || i18n.t('import.columnNumber', [column + 1]),
      text,
    ]),
  );
  return [
    ...(row.reason ? [i18n.t(`import.reason.${row.reason}`)] : []),
    ...(row.sameAs === undefined ? [] : [i18n.t('import.note.sameAs', [row.sameAs])]),
    ...(row.maybe === undefined ? [] : [i18n.t('import.note.maybe', [row.maybe])]),
    ...(row.makesCompany === undefined ? [] : [i18n.t('import.note.company', [row.makesCompany])]),
    ...conflicts,
    ...unread,
    ...changes,
  ];
}
