import { i18n } from '#i18n';
import { useTeamFolder } from '../hooks/use-team-folder.ts';
import { attempt } from '../privacy/act.ts';
import { Button } from '../ui/button.tsx';
import { sayError } from '../ui/toast.tsx';
import { sayTaken } from './say-taken.ts';

/** One line while the browser keeps Leadlight out of the team's folder: without it sharing would end unheard. */
export function TeamNotice() {
  const { team, busy, renew } = useTeamFolder();
  if (!team?.folder || team.folder.allowed) return null;
  const ask = async () => {
    const taken = await renew();
    if (taken) sayTaken(taken);
    else sayError(i18n.t('backup.notAllowed'));
  };
  return (
    <section
      aria-label={i18n.t('pack.folder')}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-wash px-3 py-1.5"
    >
      <p className="min-w-48 flex-1">{i18n.t('pack.renewWhy')}</p>
      <Button size="small" disabled={busy} onClick={() => void attempt(ask)}>
        {i18n.t('pack.renew')}
      </Button>
    </section>
  );
}
