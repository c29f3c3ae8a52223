import { ListChecksIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { type ReferenceList, setRemoved, useNewList, useReferenceLists } from '../hooks/use-references.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { say } from '../ui/toast.tsx';
import { ListFileButton } from './list-file-button.tsx';
import { NewListForm } from './new-list-form.tsx';

/** Takes a list away; the notice brings it back. */
const remove = ({ id, name }: ReferenceList) =>
  void attempt(async () => {
    await setRemoved(id, true);
    say(i18n.t('handover.lists.removed', [name]), {
      label: i18n.t('import.undo'),
      run: () => void attempt(() => setRemoved(id, false)),
    });
  });

/** Lists that are only asked whether somebody is on them: what there is, and the way to add one. */
export function ReferencesView() {
  const { value: lists, failure } = useReferenceLists();
  const job = useNewList();
  const { state } = job;
  if (state.file)
    return (
      <NewListForm
        key={state.file.name}
        name={state.file.name}
        file={state.file.file}
        busy={state.busy}
        failure={state.failure}
        preview={job.preview}
        onSave={(list) =>
          void job.save(list, ({ name, count }) => say(i18n.t('handover.lists.saved', count, [String(count), name])))
        }
        onCancel={state.busy ? job.cancel : job.close}
      />
    );
  const said = failure?.detail ?? state.failure;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
      {said !== undefined && <p role="alert">{i18n.t('handover.failed', [said])}</p>}
      <p className="max-w-[72ch] text-soft">{i18n.t('handover.lists.hint')}</p>
      <ListFileButton onSource={job.open} />
      {lists?.length === 0 && <EmptyState icon={ListChecksIcon} title={i18n.t('handover.lists.empty')} />}
      {lists !== undefined && lists.length > 0 && (
        <ul aria-label={i18n.t('handover.tabLists')} className="border-t border-line">
          {lists.map((list) => (
            <li key={list.id} className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line py-1">
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  <span className="font-medium">{list.name}</span> ·{' '}
                  {i18n.t(`handover.lists.purposeOf.${list.purpose}`)}
                </span>
                <span className="block truncate text-sm text-soft" title={list.file}>
                  {i18n.t('handover.lists.entries', list.count)} · {list.source || list.file} · {dayAndTime(list.at)}
                </span>
              </span>
              <Button
                size="small"
                onClick={() => remove(list)}
                aria-label={`${i18n.t('handover.lists.remove')}: ${list.name}`}
              >
                {i18n.t('handover.lists.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
