import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const listen = (onChange: () => void) => {
  listeners.add(onChange);
  window.addEventListener('hashchange', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('hashchange', onChange);
  };
};

/** What an address says; one that was broken on its way as it stands. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
const partsOf = (hash: string): string[] => hash.replace(/^#\/?/, '').split('/').map(plain);

/** The page of the workspace that the address names now; '' where none is named. */
export const namedSection = (): string => partsOf(window.location.hash)[0] ?? '';

/** Goes to a page of the workspace. In: its id, what follows it. */
export function goToSection(...to: string[]): void {
  window.location.hash = `/${to.map(encodeURIComponent).join('/')}`;
  // The browser tells of it a task later, and a key pressed before that would still go to the page that was left.
  for (const onChange of listeners) onChange();
}

/**
 * The page of the workspace that the address names, `#/ID/REST`: back and forward work, and a link leads to a page.
 * In: the page where none is named. Out: id, what follows it, and the way to another page.
 */
export function useSection(first: string) {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  const [id = '', ...rest] = partsOf(hash);
  return { id: id || first, rest, go: goToSection };
}
