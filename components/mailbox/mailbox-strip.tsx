import { MailIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { useMailboxOffer } from '../hooks/use-mailbox-offer.ts';
import { useMailboxSettings } from '../hooks/use-mailbox-settings.ts';
import { Button } from '../ui/button.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { MeForm } from './me-form.tsx';

const sayFailed = (cause: unknown) =>
  sayError(i18n.t('mailbox.offer.failed', [cause instanceof Error ? cause.message : String(cause)]));

/** Above what the page offers: where it is a mailbox, the offer to show tiers in it; once they are shown, who the user is. */
export function MailboxStrip({ tab }: { tab: { id: number; url: string | undefined } | undefined }) {
  const { state, switchOn, later } = useMailboxOffer(tab);
  const { choice, choose } = useMailboxSettings();
  const asks = state === 'on' && choice !== undefined && !choice.mailMeAsked;
  if (state !== 'offer' && !asks) return null;
  return (
    <section
      aria-label={i18n.t(asks ? 'mailbox.me.title' : 'mailbox.offer.title')}
      className="flex shrink-0 flex-col gap-2 border-b border-line bg-accent-wash px-3 py-2"
    >
      <h2 className="flex items-center gap-1.5 font-semibold">
        <MailIcon size={14} strokeWidth={1.75} aria-hidden="true" />
        {i18n.t(asks ? 'mailbox.me.title' : 'mailbox.offer.title')}
      </h2>
      {asks ? (
        <MeForm me={choice} onKeep={(me) => choose({ ...me, mailMeAsked: true }).catch(sayFailed)} />
      ) : (
        <>
          <p>{i18n.t('mailbox.offer.why')}</p>
          <div className="flex gap-2">
            <Button
              look="primary"
              onClick={() =>
                void switchOn().then((done) => {
                  if (done) say(i18n.t('mailbox.offer.on'));
                  else sayError(i18n.t('mailbox.offer.refused'));
                }, sayFailed)
              }
            >
              {i18n.t('mailbox.offer.show')}
            </Button>
            <Button look="quiet" onClick={later}>
              {i18n.t('mailbox.offer.later')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
