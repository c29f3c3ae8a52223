// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { CellEditor } from '../../../../components/table/cell-editor.tsx';
import type { TableColumn } from '../../../../components/table/columns.ts';
import { editOf } from '../../../../components/table/edits.ts';
import type { Lead } from '../../../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../../../lib/domain/schema/stage.ts';

afterEach(cleanup);

it('edits a note in its lines: Enter keeps it, with Shift it begins a line, Esc gives up', () => {
  const lead = { kind: 'person', id: 'L', tags: [], note: 'Wants a demo.\nIn May.' } as unknown as Lead;
  const column = { id: 'note', label: 'Note' } as TableColumn;
  const edit = editOf(column, lead, 'new', () => 0);
  if (!edit) throw new Error('no editor');
  const [onDone, onCancel] = [vi.fn(), vi.fn()];
  render(<CellEditor {...{ column, edit, lead, onDone, onCancel }} pipeline={firstPipeline} />);
  const field = screen.getByLabelText<HTMLTextAreaElement>('Note');
  expect(field.value).toBe('Wants a demo.\nIn May.');
  fireEvent.change(field, { target: { value: 'Wants a demo.\nIn June.' } });
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(onDone).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onDone).toHaveBeenCalledWith({ note: 'Wants a demo.\nIn June.' }, 'stay');
  cleanup();
  render(<CellEditor {...{ column, edit, lead, onDone, onCancel }} pipeline={firstPipeline} />);
  fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' });
  expect(onCancel).toHaveBeenCalledOnce();
});
