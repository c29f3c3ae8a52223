import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { allowAgain, missingPermissions, type OpenedBackup } from '../hooks/use-backup-work.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { say, sayError } from '../ui/toast.tsx';

type Given = OpenedBackup['head']['permissions'];

/** The book is restored: what was allowed on the other machine has to be allowed here again. */
export function Restored({ permissions }: { permissions: Given }) {
  const [missing, setMissing] = useState<Given>();
  useEffect(() => {
    missingPermissions(permissions).then(setMissing, () => setMissing(undefined));
  }, [permissions]);
  const allow = (wanted: Given) =>
    void attempt(async () => {
      if (!(await allowAgain(wanted))) return sayError(i18n.t('backup.notAllowed'));
      setMissing(undefined);
      say(i18n.t('backup.allowed'));
    });
  const names = missing ? [...missing.origins, ...missing.permissions] : [];
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p role="status" className="font-medium">
        {i18n.t('backup.restored')}
      </p>
      <p className="text-soft">{i18n.t('backup.safety')}</p>
      {missing && names.length > 0 && (
        <section aria-label={i18n.t('backup.permissions')} className="flex flex-col items-start gap-2">
          <h2 className="font-semibold">{i18n.t('backup.permissions')}</h2>
          <p className="text-soft">{i18n.t('backup.permissionsWhy')}</p>
          <ul className="list-disc ps-5">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <Button onClick={() => allow(missing)}>{i18n.t('backup.allow')}</Button>
        </section>
      )}
      <a
        href="#/leads"
        className="inline-flex h-7 items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
      >
        {i18n.t('backup.toBook')}
      </a>
    </div>
  );
}
