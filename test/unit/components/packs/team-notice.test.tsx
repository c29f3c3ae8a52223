// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
const kept = vi.hoisted(() => ({
  team: undefined as { folder?: { name: string; allowed: boolean; sealed: boolean } } | undefined,
  renew: vi.fn(),
  said: [] as string[],
}));
vi.mock('../../../../components/hooks/use-team-folder.ts', () => ({
  useTeamFolder: () => ({ team: kept.team, busy: false, renew: kept.renew }),
}));
vi.mock('../../../../components/ui/toast.tsx', () => ({
  say: (text: string) => kept.said.push(text),
  sayError: (text: string) => kept.said.push(text),
}));
const { TeamNotice } = await import('../../../../components/packs/team-notice.tsx');

afterEach(() => {
  cleanup();
  kept.said = [];
});

test.each([
  ['no folder', {}],
  ['a folder that may be read', { folder: { name: 'team', allowed: true, sealed: false } }],
])('says nothing with %s', (_what, team) => {
  kept.team = team;
  render(<TeamNotice />);
  expect(screen.queryByRole('region')).toBeNull();
});

test('asks the browser again where it keeps Leadlight out, and says where it stays at that', async () => {
  kept.team = { folder: { name: 'team', allowed: false, sealed: false } };
  render(<TeamNotice />);
  kept.renew.mockResolvedValueOnce(undefined);
  fireEvent.click(screen.getByRole('button', { name: 'pack.renew' }));
  await waitFor(() => expect(kept.said).toEqual(['backup.notAllowed']));
  kept.renew.mockResolvedValueOnce([{ by: 'Li', leads: 2, undo: async () => undefined }]);
  fireEvent.click(screen.getByRole('button', { name: 'pack.renew' }));
  await waitFor(() => expect(kept.said).toEqual(['backup.notAllowed', 'pack.came']));
});
