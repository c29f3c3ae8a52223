import { useCallback, useSyncExternalStore } from 'react';

const listen = (onChange: () => void) => {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
};

/**
 * The page of the workspace that the address names, `#/ID/REST`: back and forward work, and a link leads to a page.
 * In: the page where none is named. Out: id, what follows it, and the way to another page.
 */
export function useSection(first: string) {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  const [id = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const go = useCallback((...to: string[]) => {
    window.location.hash = `/${to.map(encodeURIComponent).join('/')}`;
  }, []);
  return { id: id || first, rest, go };
}
