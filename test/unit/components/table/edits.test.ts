import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../../../components/table/columns.ts';
import { editOf } from '../../../../components/table/edits.ts';
import { noonOf } from '../../../../lib/domain/own-values.ts';
import type { Lead, NextStep } from '../../../../lib/domain/schema/lead.ts';

const at = (text: string) => new Date(text).getTime();
const leadWith = (values: Partial<Lead>) => ({ kind: 'person', id: 'L', tags: [], ...values }) as Lead;
const edit = (id: string, values: Partial<Lead>) => editOf({ id } as TableColumn, leadWith(values), 'new', () => 0);

function stepOn(day: string, nextStep: NextStep) {
  const cell = edit('nextDue', { nextStep });
  if (cell?.by !== 'day') throw new Error('not a day');
  return cell.patch(day).nextStep;
}

describe('editOf', () => {
  it('moves the reminder with a day that is set anew, from which a rhythm goes on', () => {
    const step: NextStep = {
      text: 'Ring',
      id: 't',
      dueAt: at('2026-03-05T15:00'),
      timed: true,
      remindAt: at('2026-03-05T15:00'),
      snoozedFrom: at('2026-02-28T15:00'),
      repeat: { every: 1, unit: 'month' },
      repeatDay: 31,
    };
    expect(stepOn('2026-03-20', step)).toEqual({
      text: 'Ring',
      id: 't',
      dueAt: noonOf('2026-03-20'),
      remindAt: at('2026-03-20T09:00'),
      repeat: { every: 1, unit: 'month' },
    });
    expect(stepOn('', step)).toEqual({ text: 'Ring', id: 't', repeat: { every: 1, unit: 'month' } });
    expect(stepOn('', { text: '', dueAt: 1, remindAt: 1 })).toBeNull();
    expect(stepOn('2026-03-20', { text: '' })).toEqual({ text: '', dueAt: noonOf('2026-03-20') });
  });

  it('edits a note as text of several lines, other words in one', () => {
    expect(edit('note', { note: 'Wants a demo.\nIn May.' })).toMatchObject({
      text: 'Wants a demo.\nIn May.',
      long: true,
    });
    expect(edit('owner', { owner: 'Anna' })).not.toHaveProperty('long');
  });
});
