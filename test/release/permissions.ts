/** Everything a build may do or asks for, each as one word. */
export type Permissions = Record<string, string[]>;
/** What the last release asked for; `version` is null before the first. */
export type LastRelease = { version: string | null; permissions: Permissions };
export type PermissionChange = { build: string; added: string[]; removed: string[] };

/** The fields of a manifest that ask for something. */
export type Asking = {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
};

/** What a manifest asks for: permissions, sites, and whatever lets pages or other extensions come nearer. Sorted. */
export function permissionsOf(manifest: Asking): string[] {
  const optional = (names: string[] = []) => names.map((name) => `${name} (optional)`);
  return [
    ...(manifest.permissions ?? []),
    ...(manifest.host_permissions ?? []),
    ...optional(manifest.optional_permissions),
    ...optional(manifest.optional_host_permissions),
    ...(manifest.content_scripts ?? []).flatMap(({ matches = [] }) => matches.map((one) => `script on ${one}`)),
    ...(manifest.web_accessible_resources ? ['files open to pages'] : []),
    ...(manifest.externally_connectable ? ['messages from outside'] : []),
  ].toSorted();
}

/** What each build asks for beside the last release, and no more. Builds with no difference are left out. */
export function permissionChanges(before: Permissions, now: Permissions): PermissionChange[] {
  return Object.keys({ ...before, ...now })
    .map((build) => {
      const [old, present] = [before[build] ?? [], now[build] ?? []];
      return {
        build,
        added: present.filter((one) => !old.includes(one)),
        removed: old.filter((one) => !present.includes(one)),
      };
    })
    .filter(({ added, removed }) => added.length + removed.length > 0);
}
