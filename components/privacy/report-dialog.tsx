import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type LetterLanguage, saveReport } from '../hooks/use-letters.ts';
import { leadName } from '../leads/lead-row.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { say } from '../ui/toast.tsx';
import { attempt } from './act.ts';
import { LanguageChoice, usualLanguage } from './language-choice.tsx';

/** The report that somebody can ask for, as a page to read or as data. */
export function ReportDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const [language, setLanguage] = useState<LetterLanguage>(() => usualLanguage(lead));
  const save = async (form: 'html' | 'json') => {
    const worked = await attempt(async () => {
      const name = await saveReport(lead.id, language, form, i18n.t('privacy.reportFile'));
      say(i18n.t('privacy.reportDone', [name]));
    });
    if (worked) onClose();
  };
  return (
    <Dialog open title={i18n.t('privacy.reportTitle', [leadName(lead)])} onClose={onClose}>
      <p className="text-soft">{i18n.t('privacy.reportHint')}</p>
      <LanguageChoice language={language} onChange={setLanguage} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void save('json')}>{i18n.t('privacy.saveJson')}</Button>
        <Button look="primary" onClick={() => void save('html')}>
          {i18n.t('privacy.saveHtml')}
        </Button>
      </div>
    </Dialog>
  );
}
