import { beforeEach, expect, it, vi } from 'vitest';
import { BookError } from '../../../../lib/storage/book-error.ts';

const undo = vi.hoisted(() => vi.fn());
const said = vi.hoisted((): string[] => []);
vi.mock('#i18n', () => ({ i18n: { t: (key: string, count?: number) => [key, count].filter(Boolean).join(' ') } }));
vi.mock('../../../../components/hooks/use-lead-actions.ts', () => ({ leadActions: { undo } }));
vi.mock('../../../../components/ui/toast.tsx', () => ({
  say: (text: string) => said.push(text),
  sayError: (text: string) => said.push(text),
}));

const { rememberAction, undoLast } = await import('../../../../components/leads/act.ts');

beforeEach(() => {
  undo.mockReset();
  said.length = 0;
});

it('says how many values were changed since and so stay', async () => {
  undo
    .mockResolvedValueOnce({ leadIds: [], conflicts: [{}, {}] })
    .mockResolvedValueOnce({ leadIds: [], conflicts: [] });
  rememberAction('first');
  rememberAction('second');
  undoLast();
  await vi.waitFor(() => expect(said).toEqual(['clean.undoneBut 2']));
  undoLast();
  await vi.waitFor(() => expect(said).toEqual(['clean.undoneBut 2', 'leads.undone']));
  expect(undo.mock.calls).toEqual([['second'], ['first']]);
});

it('says why a merge cannot be taken apart yet, and goes on with what was done before it', async () => {
  undo.mockRejectedValueOnce(new BookError('later', '')).mockResolvedValueOnce({ leadIds: [], conflicts: [] });
  rememberAction('edit');
  rememberAction('merge');
  undoLast();
  await vi.waitFor(() => expect(said).toEqual(['clean.later']));
  undoLast();
  await vi.waitFor(() => expect(undo.mock.lastCall).toEqual(['edit']));
});
