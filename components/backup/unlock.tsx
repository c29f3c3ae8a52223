import { i18n } from '#i18n';
import { PassphraseForm } from '../ui/passphrase-form.tsx';

/** Asks for the passphrase of a sealed backup. */
export function Unlock({ onOpen, onBack }: { onOpen: (passphrase: string) => void; onBack: () => void }) {
  return (
    <div className="flex flex-col gap-3 p-4">
      <p>{i18n.t('backup.asks')}</p>
      <PassphraseForm
        label={i18n.t('backup.asksLabel')}
        open={i18n.t('backup.unlock')}
        cancel={i18n.t('backup.back')}
        onOpen={onOpen}
        onCancel={onBack}
      />
    </div>
  );
}
