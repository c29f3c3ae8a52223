import { useEffect } from 'react';

/** Names the tab after what it shows. In: the page's name. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} – Leadlight`;
  }, [name]);
}
