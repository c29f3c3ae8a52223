import { useEffect } from 'react';
import { openWorkspace } from '../../lib/reading/workspace-tab.ts';
import { goToSection } from './use-section.ts';

/** The key that opens the workspace from anywhere, as it is shown. */
export const workspaceKeys = 'Alt+Shift+W';

export { openWorkspace };

/** Shows a page of the workspace: here where this is the workspace, else in its tab. In: the page's id. Rejects where no tab can be opened. */
export async function showSection(id: string): Promise<void> {
  if (document.documentElement.dataset.surface === 'workspace') goToSection(id);
  else await openWorkspace(id);
}

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
