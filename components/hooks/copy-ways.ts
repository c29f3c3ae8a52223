import { browser } from 'wxt/browser';

/** How copies of backups can get outside of this browser by themselves. */
export type CopyWays = { canPick: boolean; canDownload: boolean };

/** What this browser can do: pick a folder (Chrome, Edge), save downloads (not Thunderbird). */
export function copyWays(): CopyWays {
  // Thunderbird's add-on has none.
  const { optional_permissions: optional } = browser.runtime.getManifest() as { optional_permissions?: string[] };
  return { canPick: 'showDirectoryPicker' in globalThis, canDownload: optional?.includes('downloads') ?? false };
}
