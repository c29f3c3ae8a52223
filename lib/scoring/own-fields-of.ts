import type { IcpProfile } from '../domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';

/**
 * A profile that knows the own fields of the book: those there are, and those it brought itself, but none that was deleted,
 * so that a rule on one is found out. In: the profile, the book's definitions, keys of deleted ones. Out: the same profile where nothing differs.
 */
export function withOwnFields(
  profile: IcpProfile,
  there: readonly OwnFieldDefinition[],
  deleted: readonly string[],
): IcpProfile {
  const keys = new Set([...there.map(({ key }) => key), ...deleted]);
  const fields = [...there, ...profile.fields.filter(({ key }) => !keys.has(key))];
  return JSON.stringify(fields) === JSON.stringify(profile.fields) ? profile : { ...profile, fields };
}
