import { useSyncExternalStore } from 'react';

/** Wide enough for a lead beside the list it was opened from: the workspace on a usual screen, never the panel. */
const query = '(min-width: 68.75rem)';

const listen = (onChange: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
};

/** Whether there is room for two columns; follows the size of the window. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(query).matches);
