import { useEffect } from 'react';
import { openWorkspace } from '../../lib/reading/workspace-tab.ts';

/** The key that opens the workspace from anywhere, as it is shown. */
export const workspaceKeys = 'Alt+Shift+W';

export { openWorkspace };

/** Opens the workspace by its key within the panel too: another extension may have taken the browser's one. */
export function useWorkspaceKey(onFailure: (cause: unknown) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== 'KeyW') return;
      event.preventDefault();
      openWorkspace().catch(onFailure);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onFailure]);
}
