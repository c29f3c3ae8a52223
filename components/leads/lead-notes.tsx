import { useState } from 'react';
import { i18n } from '#i18n';
import type { Interaction, Lead } from '../../lib/domain/schema/lead.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/input.tsx';
import { attempt } from './act.ts';
import { dayAndTime } from './words.ts';

/** Notes, the newest first, with the box for the next one above. */
export function LeadNotes({ lead, interactions }: { lead: Lead; interactions: Interaction[] }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    // The words stay in the box until they are stored.
    if (await attempt(() => leadActions.note(lead.id, text.trim()))) setText('');
    setBusy(false);
  };
  const notes = interactions
    .filter((one) => one.text !== '' || one.callOutcome || one.kind === 'meeting')
    .sort((a, b) => b.occurredAt - a.occurredAt);
  // The lead's own note repeats them; it stands alone where notes came another way, as from an import.
  const standing = notes.length === 0 ? lead.note : undefined;
  return (
    <section aria-label={i18n.t('leads.group.notes')} className="flex flex-col gap-2 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('leads.group.notes')}</h3>
      <TextArea
        aria-label={i18n.t('leads.noteAdd')}
        placeholder={i18n.t('leads.noteAdd')}
        aria-keyshortcuts="Control+Enter"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
        }}
      />
      {text.trim() !== '' && (
        <Button look="primary" size="small" className="self-end" disabled={busy} onClick={() => void add()}>
          {i18n.t('leads.noteSave')}
        </Button>
      )}
      {standing !== undefined && <p className="break-words whitespace-pre-wrap">{standing}</p>}
      {notes.map((note) => (
        <div key={note.id}>
          <p className="text-xs text-soft">
            {note.kind === 'email' && `${i18n.t('mail.touch')} · `}
            {(note.kind === 'call' || note.kind === 'meeting') && `${i18n.t(`work.touch.${note.kind}`)} · `}
            {note.callOutcome && `${i18n.t(`work.outcome.${note.callOutcome}`)} · `}
            {dayAndTime(note.occurredAt)}
          </p>
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {note.text}
          </p>
          {note.line && (
            <p dir="auto" className="break-words text-sm text-soft">
              {note.line}
            </p>
          )}
          {note.kind === 'email' && note.url && /^https?:/.test(note.url) && (
            <a className="text-sm text-accent underline" href={note.url} target="_blank" rel="noreferrer">
              {i18n.t('mail.open')}
            </a>
          )}
        </div>
      ))}
    </section>
  );
}
