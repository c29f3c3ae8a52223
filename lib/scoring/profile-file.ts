import type { z } from 'zod';
import { type IcpProfile, icpProfile, icpVersion } from '../domain/schema/icp.ts';
import { checkProfile, type ProfileProblem } from './check.ts';

export type ProfileReading =
  | { ok: true; profile: IcpProfile; warnings: ProfileProblem[] }
  | { ok: false; problems: ProfileProblem[] };

const deepest = 60;
const longest = 5_000_000;

/** Nesting of a value, without recursion: what is imported may nest as deep as it likes. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
  }
  return false;
}

const pathText = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    '',
  );

type Issue = z.core.$ZodIssue;
/** Of the alternatives that all failed, what is wrong with the one that was meant: the one that got furthest. */
function furthest(issue: Issue, base: readonly PropertyKey[]): { path: readonly PropertyKey[]; message: string } {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { path, message: issue.message };
  const found = issue.errors
    .map((issues) => issues.map((one) => furthest(one, path)))
    .map((list) => list.toSorted((a, b) => b.path.length - a.path.length)[0])
    .filter((one) => one !== undefined);
  const best = found.toSorted((a, b) => b.path.length - a.path.length)[0];
  return best && best.path.length > path.length
    ? best
    : { path, message: 'is no condition or value that is known here' };
}

const failed = (code: ProfileProblem['code'], place: string, detail: string): ProfileReading => ({
  ok: false,
  problems: [{ level: 'error', code, place, names: [], detail }],
});

/**
 * Reads a profile from text that may hold anything. Out: the profile with warnings, or what keeps it from being used, each
 * with its place in the file. Never throws; whoever holds the last good profile keeps it.
 */
export function readProfile(text: string): ProfileReading {
  if (text.length > longest) return failed('tooDeep', '', 'the file is too large for a profile');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return failed('notJson', '', cause instanceof Error ? cause.message : String(cause));
  }
  if (isTooDeep(value)) return failed('tooDeep', '', `nested more than ${deepest} deep`);
  const version = value !== null && typeof value === 'object' ? Reflect.get(value, 'version') : undefined;
  if (typeof version === 'number' && version > icpVersion)
    return failed('newer', 'version', `version ${version}; this Leadlight knows up to ${icpVersion}`);
  const parsed = icpProfile.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, 20).map((issue): ProfileProblem => {
      const { path, message } = furthest(issue, []);
      return { level: 'error', code: 'shape', place: pathText(path), names: [], detail: message };
    });
    return { ok: false, problems };
  }
  const problems = checkProfile(parsed.data);
  if (problems.some(({ level }) => level === 'error')) return { ok: false, problems };
  return { ok: true, profile: parsed.data, warnings: problems };
}

/** A profile as a file: the same text for the same profile. */
export const writeProfile = (profile: IcpProfile): string => `${JSON.stringify(profile, null, 2)}\n`;
