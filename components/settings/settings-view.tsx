/** What the user can choose. */
export function SettingsView() {
  return null;
}
