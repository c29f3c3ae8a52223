import { FileInputIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { showSection } from '../hooks/use-workspace-tab.ts';
import { Button } from '../ui/button.tsx';
import { attempt } from './act.ts';

/** Leads to the import, in the workspace: whoever starts often has a list already. */
export function ImportOffer() {
  return (
    <>
      <p>{i18n.t('import.emptyOffer')}</p>
      <Button onClick={() => void attempt(() => showSection('import'))}>
        <FileInputIcon size={14} aria-hidden="true" />
        {i18n.t('import.title')}
      </Button>
    </>
  );
}
