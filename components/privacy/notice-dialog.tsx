import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { type LetterLanguage, noteNotice, useNotice } from '../hooks/use-letters.ts';
import { leadName } from '../leads/lead-row.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { attempt } from './act.ts';
import { LanguageChoice, usualLanguage } from './language-choice.tsx';

/** A mail program is handed no more than this by an address; the rest is copied. */
const longestLink = 1800;

/** The notice that somebody is owed: to read, change, copy or open in the user's own mail. */
export function NoticeDialog({
  lead,
  onPatch,
  onClose,
}: {
  lead: Lead;
  onPatch: (patch: LeadPatch) => void;
  onClose: () => void;
}) {
  const [language, setLanguage] = useState<LetterLanguage>(() => usualLanguage(lead));
  const [typed, setTyped] = useState<{ language: LetterLanguage; text: string }>();
  const { value: notice } = useNotice(lead.id, language);
  const text = typed?.language === language ? typed.text : (notice?.text ?? '');
  const [address = ''] = lead.emails;
  const link = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(notice?.subject ?? '')}&body=${encodeURIComponent(text)}`;
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(`${notice?.subject ?? ''}\n\n${text}`);
      await noteNotice(lead.id, i18n.t('privacy.byClipboard'));
      say(i18n.t('privacy.copied'));
    });
  const mail = () =>
    attempt(async () => {
      window.open(link, '_self');
      await noteNotice(lead.id, i18n.t('privacy.byMail'));
    });
  return (
    <Dialog open title={i18n.t('privacy.noticeTitle', [leadName(lead)])} onClose={onClose}>
      <p className="text-soft">{i18n.t('privacy.noticeHint')}</p>
      <LanguageChoice language={language} onChange={setLanguage} />
      <p className="font-medium">{notice?.subject}</p>
      <TextArea
        aria-label={i18n.t('privacy.notice')}
        className="max-h-80!"
        rows={12}
        value={text}
        onChange={(event) => setTyped({ language, text: event.target.value })}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          look="quiet"
          onClick={() => {
            onPatch({ noticedAt: Date.now() });
            say(i18n.t('privacy.toldDone'));
            onClose();
          }}
        >
          {i18n.t('privacy.markTold')}
        </Button>
        <Button onClick={() => void copy()}>{i18n.t('privacy.copy')}</Button>
        {address !== '' && link.length <= longestLink && (
          <Button look="primary" onClick={() => void mail()}>
            {i18n.t('privacy.openMail')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
