import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { useNow } from '../hooks/use-now.ts';
import { taskActions, useLeadTasks } from '../hooks/use-tasks.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { TaskForm } from './task-form.tsx';
import { taskItem } from './task-item.tsx';
import { WorkList } from './work-list.tsx';

const shownDone = 3;

/** What is to be done with a lead, the next thing first, and what was done. */
export function LeadTasks({ lead }: { lead: Lead }) {
  const tasks = useLeadTasks(lead.id);
  const now = useNow();
  const [adding, setAdding] = useState(false);
  const open = tasks?.open ?? [];
  const done = tasks?.done ?? [];
  const items = open.map((task) => ({ ...taskItem({ task }, now, () => undefined), onOpen: undefined }));
  return (
    <section aria-label={i18n.t('work.tasks')} className="flex flex-col border-b border-line py-2">
      <div className="flex items-center gap-2 px-3">
        <h3 className="flex-1 text-sm font-medium text-soft">{i18n.t('work.tasks')}</h3>
        {!adding && (
          <Button look="quiet" size="small" onClick={() => setAdding(true)}>
            <PlusIcon size={14} aria-hidden="true" />
            {i18n.t('work.add')}
          </Button>
        )}
      </div>
      {adding && (
        <div className="px-3 py-1">
          <TaskForm
            submit={i18n.t('work.addTask')}
            onCancel={() => setAdding(false)}
            onSubmit={async (body) => {
              const kept = await attemptWithUndo(
                () => taskActions.add([lead.id], body),
                i18n.t('work.addedTask', [body.text]),
              );
              if (kept) setAdding(false);
              return kept;
            }}
          />
        </div>
      )}
      {items.length > 0 && <WorkList label={i18n.t('work.tasks')} groups={[{ id: 'open', title: '', items }]} />}
      {done.slice(0, shownDone).map((task) => (
        <p key={task.id} className="truncate px-3 pt-1 text-sm text-soft">
          {i18n.t('work.wasDone', [task.text, dayText(task.doneAt ?? now)])}
        </p>
      ))}
    </section>
  );
}
