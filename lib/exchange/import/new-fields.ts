import { foldWords } from '../../domain/normalize/fold.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import { defineOwnField, type OwnFieldsKept } from '../../storage/own-fields.ts';
import type { Mapping } from './guess.ts';

/** Gives columns that become new fields their definitions. A field of that name and type is taken as it is, also one deleted lately. */
export function withNewFields(
  mapping: Mapping,
  state: OwnFieldsKept,
): { mapping: Mapping; fresh: OwnFieldDefinition[] } {
  const fresh: OwnFieldDefinition[] = [];
  const columns = mapping.columns.map((column) => {
    if (column.to !== 'new' || !column.field) return column;
    const { field } = column;
    const isSame = (one: OwnFieldDefinition) =>
      foldWords(one.name) === foldWords(field.name) && one.name.trim() !== '' && one.type === field.type;
    const known = state.fields.find(isSame);
    if (known) return { to: `own.${known.key}` };
    const gone = state.deleted.find(({ definition }) => isSame(definition))?.definition;
    const made = gone ?? defineOwnField({ fields: [...state.fields, ...fresh], deleted: state.deleted }, field);
    fresh.push({ ...made, of: field.of });
    return { to: `own.${made.key}` };
  });
  return { mapping: { ...mapping, columns }, fresh };
}
