import { MailOpenIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { useWelcome } from '../hooks/use-welcome.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { sayError } from '../ui/toast.tsx';

const tell = (cause: unknown) => sayError(cause instanceof Error ? cause.message : String(cause));

/** Said once: the book here is not that of the browser, and how to bring that one. */
export function OwnBook() {
  const { isNew, done, bring } = useWelcome();
  if (!isNew) return null;
  return (
    <section className="flex shrink-0 flex-col gap-2 border-b border-line bg-wash px-3 py-2">
      <h2 className="font-semibold">{i18n.t('thunderbird.ownBook')}</h2>
      <p className="text-soft">{i18n.t('thunderbird.ownBookWhy')}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void bring().catch(tell)}>{i18n.t('thunderbird.bring')}</Button>
        <Button look="quiet" onClick={() => void done().catch(tell)}>
          {i18n.t('thunderbird.seen')}
        </Button>
      </div>
    </section>
  );
}

/** Nothing was asked for: messages are read from where they are shown. */
export function NoMessage() {
  return (
    <EmptyState icon={MailOpenIcon} title={i18n.t('thunderbird.noMessage')}>
      <p>{i18n.t('thunderbird.noMessageWhy')}</p>
    </EmptyState>
  );
}
