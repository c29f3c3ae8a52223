import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { download } from '../hooks/use-export.ts';
import { useErase, useWentOutWith, type WentOut } from '../hooks/use-privacy.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Progress } from '../ui/progress.tsx';
import { say } from '../ui/toast.tsx';
import { attempt } from './act.ts';

const outText = ({ what, where, at }: WentOut): string =>
  [i18n.t(`privacy.outKind.${what}`), where, dayText(at)].join(' · ');

/** What erasing takes, what stays, and who else has the data: the one thing here that cannot be taken back. */
export function EraseDialog({
  person,
  onClose,
  onErased,
}: {
  person: Lead;
  onClose: () => void;
  onErased?: () => void;
}) {
  const { progress, erase } = useErase();
  const { value: out } = useWentOutWith(person.id, person.createdAt);
  const name = leadName(person);
  const run = async () => {
    const worked = await attempt(async () => {
      const { marks } = await erase(person.id);
      say(i18n.t('privacy.erasedDone', marks));
    });
    if (!worked) return;
    onClose();
    onErased?.();
  };
  const saveList = () => {
    const lines = (out ?? []).map(outText).join('\n');
    download(new Blob([`${lines}\n`], { type: 'text/plain;charset=utf-8' }), `${i18n.t('privacy.listFile')}.txt`);
  };
  return (
    <Dialog open title={i18n.t('privacy.eraseTitle', [name])} onClose={() => !progress && onClose()}>
      <p>{i18n.t('privacy.eraseWhat')}</p>
      <p className="text-soft">{i18n.t('privacy.eraseOld')}</p>
      {out && out.length === 0 && <p>{i18n.t('privacy.eraseTellNone')}</p>}
      {out && out.length > 0 && (
        <section aria-label={i18n.t('privacy.eraseTell')} className="flex flex-col gap-1">
          <p className="font-medium">{i18n.t('privacy.eraseTell')}</p>
          <ul className="max-h-40 list-disc overflow-y-auto ps-5">
            {out.map((one) => (
              <li key={`${one.at} ${one.where}`} className="break-words">
                {outText(one)}
              </li>
            ))}
          </ul>
          <p className="text-soft">{i18n.t('privacy.eraseTellHint')}</p>
          <Button size="small" className="self-start" onClick={saveList}>
            {i18n.t('privacy.saveList')}
          </Button>
        </section>
      )}
      {progress && (
        <Progress
          label={i18n.t('privacy.erasing', [progress.done, progress.total])}
          {...(progress.total > 0 && { value: progress.done, max: progress.total })}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={progress !== undefined} onClick={onClose}>
          {i18n.t('privacy.cancel')}
        </Button>
        <Button look="danger" disabled={progress !== undefined || !out} onClick={() => void run()}>
          {i18n.t('privacy.eraseDo')}
        </Button>
      </div>
    </Dialog>
  );
}
