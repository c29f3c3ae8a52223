/** Joins class names, leaving out what is false or absent. */
export function classNames(...parts: (string | false | undefined | null)[]): string {
  return parts.filter(Boolean).join(' ');
}
