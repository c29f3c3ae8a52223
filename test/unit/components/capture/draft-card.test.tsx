// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

vi.mock('#i18n', () => ({
  i18n: { t: (key: string, ...more: unknown[]) => [key.split('.').at(-1), ...more.flat()].join(' ') },
}));

import { DraftCard } from '../../../../components/capture/draft-card.tsx';
import { rowsOf } from '../../../../components/capture/row-state.ts';
import { TooltipProvider } from '../../../../components/ui/tooltip.tsx';
import type { TrayItem } from '../../../../lib/domain/schema/tray.ts';
import type { DraftStanding } from '../../../../lib/storage/leads.ts';
import { item, person, read, standing } from './make-item.ts';

afterEach(cleanup);

const ada = item(
  person('p1', { name: [read('Ada Sund')], jobTitle: [read('Sales')], emails: [read('ada@sund.example')] }),
);

function show(shown: TrayItem, compared: DraftStanding = standing('p1')) {
  const onPatch = vi.fn();
  const onLeave = vi.fn();
  const [row] = rowsOf([shown], new Map([['p1', compared]]));
  if (!row) throw new Error('no row');
  const spot = { open: vi.fn(), show: vi.fn(), selection: () => Promise.resolve('from the page') };
  render(
    <TooltipProvider>
      <DraftCard row={row} spot={spot} onPatch={onPatch} onLeave={onLeave} />
    </TooltipProvider>,
  );
  return { onPatch, onLeave };
}

test('a value is edited in place; Enter keeps it, Esc does not', () => {
  const { onPatch } = show(ada);
  fireEvent.click(screen.getByRole('button', { name: 'jobTitle: Sales' }));
  const input = screen.getByRole('textbox', { name: 'edit jobTitle' });
  fireEvent.change(input, { target: { value: 'Head of Sales' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onPatch).toHaveBeenCalledWith({ edits: { jobTitle: 'Head of Sales' } });
  onPatch.mockClear();
  fireEvent.click(screen.getByRole('button', { name: 'jobTitle: Sales' }));
  const again = screen.getByRole('textbox', { name: 'edit jobTitle' });
  fireEvent.change(again, { target: { value: 'x' } });
  fireEvent.keyDown(again, { key: 'Escape' });
  expect(onPatch).not.toHaveBeenCalled();
});

test('the words selected on the page go into the field', async () => {
  show(ada);
  fireEvent.click(screen.getByRole('button', { name: 'personName: Ada Sund' }));
  fireEvent.click(screen.getByRole('button', { name: 'selection' }));
  await waitFor(() => expect(screen.getByDisplayValue('from the page')).toBeTruthy());
});

test('an edit of a lead that is already theirs ticks it', () => {
  const { onPatch } = show(ada, standing('p1', { state: 'known' }));
  fireEvent.keyDown(screen.getByRole('button', { name: 'jobTitle: Sales' }), { key: 'Delete' });
  expect(onPatch).toHaveBeenCalledWith({ edits: { jobTitle: null }, ticked: true });
});

test('what differs is offered field by field', () => {
  const { onPatch } = show(
    ada,
    standing('p1', {
      state: 'differs',
      differences: [
        { field: 'jobTitle', ours: 'Buyer', read: 'Sales' },
        { field: 'emails', ours: ['old@sund.example'], read: ['ada@sund.example'] },
      ],
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'keep: jobTitle' }));
  expect(onPatch).toHaveBeenLastCalledWith({ edits: { jobTitle: 'Buyer' } });
  fireEvent.click(screen.getByRole('button', { name: 'take: emails' }));
  expect(onPatch).toHaveBeenLastCalledWith({
    edits: { emails: ['old@sund.example', 'ada@sund.example'] },
    ticked: true,
  });
});

test('a note is kept as it is typed; Enter goes back to the row', () => {
  const { onPatch, onLeave } = show(ada);
  const note = screen.getByRole('textbox', { name: 'note' });
  fireEvent.change(note, { target: { value: 'met at booth' } });
  expect(onPatch).toHaveBeenCalledWith({ note: 'met at booth' });
  fireEvent.keyDown(note, { key: 'Enter' });
  expect(onLeave).toHaveBeenCalled();
});
