import { isOwnOf, ownText } from '../domain/own-values.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { OwnFieldDefinition, OwnFieldType, OwnValues } from '../domain/schema/own-field.ts';
import type { Column } from './columns.ts';

/** The value as a sheet keeps it: numbers as numbers, days as days. */
function typed(type: OwnFieldType, value: OwnValues[string] | undefined): number | Date | undefined {
  if (type === 'number') return typeof value === 'number' ? value : undefined;
  if (type !== 'date' || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  // Sheets know no time zones: the day itself, at its beginning.
  const day = new Date(typeof value === 'number' ? value : `${value.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}

/** A column for each own field of a kind of lead, under the name that the user gave it. */
export function ownColumns(kind: Lead['kind'], definitions: readonly OwnFieldDefinition[]): Column[] {
  return definitions
    .filter((definition) => isOwnOf(definition, kind))
    .map(({ key, name, type }): Column => {
      const ownOf = (own: OwnValues | undefined) => (own && Object.hasOwn(own, key) ? own[key] : undefined);
      return {
        id: `own.${key}`,
        word: 'note',
        title: name,
        read: ({ lead }) => ownText(ownOf(lead.own)),
        ...((type === 'number' || type === 'date') && { typed: ({ lead }) => typed(type, ownOf(lead.own)) }),
      };
    });
}
