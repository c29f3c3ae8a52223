/** The part of the changelog about a version: its day and its text. Undefined where there is none. */
export function changesOf(changelog: string, version: string): { day: string; text: string } | undefined {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((one) => one.startsWith(`${version} `) || one.startsWith(`${version}\n`));
  if (part === undefined) return undefined;
  const [heading = '', ...lines] = part.split('\n');
  return { day: /\d{4}-\d{2}-\d{2}/.exec(heading)?.[0] ?? '', text: lines.join('\n').trim() };
}

/** Whether a version (three numbers) comes after another; everything comes after none. */
export function isLater(version: string, before: string | null): boolean {
  if (before === null) return true;
  const [a, b] = [version, before].map((one) => one.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** What keeps a version from being released, in words; empty where nothing does. */
export function versionProblems(version: string, last: string | null, changelog: string): string[] {
  const changes = changesOf(changelog, version);
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`"${version}" in package.json is no version of three numbers`]),
    ...(isLater(version, last) ? [] : [`${last} is out already: raise "version" in package.json`]),
    ...(changes ? [] : [`CHANGELOG.md has no part "## ${version}"`]),
    ...(changes && changes.text === '' ? [`CHANGELOG.md says nothing about ${version}`] : []),
    ...(changes && changes.day === '' ? [`CHANGELOG.md has no day (YYYY-MM-DD) for ${version}`] : []),
  ];
}
